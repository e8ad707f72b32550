// Articles on their way in and out: files, the clipboard, downloads.

import type { Format } from "../shared/wire";

/** Something that was opened or pasted; `note` says what an editor should know of it. */
export interface Arrival {
  text: string;
  format: Format;
  file: string;
  note: string;
}

/** What cannot be opened, and why. */
export class NoArticle extends Error {}

const FORMATS: Record<string, Format> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
};
const ENDINGS: Record<Format, string> = { text: "txt", markdown: "md", html: "html" };
const TYPES: Record<Format, string> = {
  text: "text/plain",
  markdown: "text/markdown",
  html: "text/html",
};
const LARGEST = 1_000_000; // bytes, as the service takes them unless told otherwise

/**
 * Read a file: UTF-8, or UTF-16 by its mark, else windows-1252, as copydesk itself reads.
 *
 * @throws NoArticle
 */
export async function read(file: File): Promise<Arrival> {
  const ending = file.name.toLowerCase().split(".").pop() ?? "";
  const format = FORMATS[ending] ?? (file.type === "text/html" ? "html" : "text");
  if (!(ending in FORMATS) && file.type && !file.type.startsWith("text/")) {
    throw new NoArticle(`${file.name} is no text. Text, Markdown and HTML can be opened.`);
  }
  if (file.size > LARGEST) throw new NoArticle(`${file.name} is larger than 1 MB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { text, note } = decoded(bytes, file.name);
  if (text.includes("\0")) throw new NoArticle(`${file.name} is no text.`);
  return { text, format, file: file.name, note };
}

function decoded(bytes: Uint8Array, name: string): { text: string; note: string } {
  const marks: Record<string, string> = { "255,254": "utf-16le", "254,255": "utf-16be" };
  const label = marks[bytes.slice(0, 2).join()] ?? "utf-8";
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), note: "" };
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return { text, note: `${name} is not UTF-8; it was read as windows-1252. Look at accents and quotes.` };
  }
}

// What says more than plain text does.
const TELLING =
  /<(?:h[1-6]|p|b|strong|i|em|[uo]l|blockquote|table|figure|su[bp]|a\s[^>]*href=[^>]*)[\s>]/i;
const SOURCE = /^\s*<(?:!doctype|[a-z][\w-]*[\s>])[^]*<\/[a-z][\w-]*>\s*$/i;

/** The markup of a clipboard, where it holds some that is not the look of source code. */
export function markupOf(data: DataTransfer): string {
  const html = data.getData("text/html");
  if (!html || SOURCE.test(data.getData("text/plain"))) return "";
  const fragment = fragmentOf(html);
  return TELLING.test(fragment) ? fragment : "";
}

/** Whether a text is itself markup, as when HTML is copied from a file. */
export function isSource(text: string): boolean {
  return SOURCE.test(text);
}

/** The copied part of a clipboard's HTML, byte for byte, without what the clipboard put around. */
function fragmentOf(html: string): string {
  const marked = /<!--StartFragment-->([^]*?)<!--EndFragment-->/.exec(html);
  if (marked) return marked[1]!.trim();
  const body = /<body[^>]*>([^]*?)<\/body>/i.exec(html);
  return (body ? body[1]! : html.replace(/^\s*<meta[^>]*>/i, "")).trim();
}

/**
 * Put an article on the clipboard; of HTML the markup too, for editors that take it. By the copy
 * event, as the newer way needs https, which a service inside a house may not have.
 */
export function copyOut(text: string, format: Format): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    if (format === "html") event.clipboardData?.setData("text/html", text);
  };
  document.addEventListener("copy", fill, { capture: true });
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", fill, { capture: true });
  }
}

/** Save an article as a file, under the name it was opened by. */
export function download(text: string, format: Format, file: string): void {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([text], { type: `${TYPES[format]};charset=utf-8` }));
  link.href = url;
  link.download = file || `article.${ENDINGS[format]}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
