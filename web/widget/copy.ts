// The copy of a field as it is sent, and the way back from a place in it to the document.
//
// Of an editable element, blocks are sent as tags and inline tags are left out: the service sees
// headings, lists and quotations, and words that markup runs through are whole.

import type { Span } from "../shared/wire";

/** A stretch of the source that stands in one text node; an entity is a stretch of its own. */
interface Piece {
  start: number;
  end: number;
  node: Text;
  offset: number;
}

export interface Copy {
  source: string;
  pieces: Piece[];
}

const INLINE =
  /^(a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|su[bp]|time|tt|u|var)$/;
const SILENT = /^(script|style|template|svg|math|object|iframe|img|input|button|select|textarea)$/;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\ufeff": "" };

/** The copy in an editable element. */
export function readElement(root: Node): Copy {
  const copy: Copy = { source: "", pieces: [] };
  walk(root, copy);
  return copy;
}

function walk(parent: Node, copy: Copy): void {
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) readText(child as Text, copy);
    if (child.nodeType !== 1) continue;
    const tag = child.nodeName.toLowerCase();
    if (tag === "br") copy.source += "<br>";
    else if (INLINE.test(tag)) walk(child, copy);
    else if (!SILENT.test(tag)) {
      const name = tag.includes("-") ? "div" : tag; // elements that the page has made up
      copy.source += `<${name}>`;
      walk(child, copy);
      copy.source += `</${name}>`;
    }
  }
}

function readText(node: Text, copy: Copy): void {
  for (const { 0: part, index } of node.data.matchAll(/[&<>\ufeff]|[^&<>\ufeff]+/g)) {
    const written = ENTITIES[part] ?? part;
    if (!written) continue;
    const start = copy.source.length;
    copy.source += written;
    copy.pieces.push({ start, end: copy.source.length, node, offset: index });
  }
}

/** The words of an edit as they are typed, or null where they are more than words. */
export function typed(text: string): string | null {
  if (/[<>]/.test(text)) return null;
  return text.replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: "<", gt: ">" })[name] ?? "&");
}

/** The range of a span, cut to the words in it; null where there are none. */
export function rangeOf({ pieces }: Copy, { start, end }: Span): Range | null {
  const empty = start === end;
  const first = pieces.find((piece) => piece.end > start || (empty && piece.end === start));
  const last = pieces.findLast((piece) => piece.start < end || (empty && piece.start === end));
  if (!first || !last || first.start > last.start) return null;
  const range = document.createRange();
  range.setStart(first.node, inNode(first, start, false));
  range.setEnd(last.node, inNode(last, end, !empty));
  return range;
}

function inNode({ start, end, node, offset }: Piece, at: number, closing: boolean): number {
  if (at <= start) return offset;
  const entity = node.data[offset]! in ENTITIES;
  if (entity) return offset + (closing || at >= end ? 1 : 0);
  return offset + Math.min(at, end) - start;
}

/** How many signs two texts share at the beginning, and of the rest at the end. */
export function shared(one: string, other: string): [head: number, tail: number] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return [head, tail];
}

/** Where a span stands after one stretch of the text was changed; null where it was touched. */
export function shifted(span: Span, before: string, after: string): Span | null {
  if (before === after) return span;
  const [head, tail] = shared(before, after);
  if (span.end <= head) return span;
  const by = after.length - before.length;
  if (span.start < before.length - tail) return null;
  return { start: span.start + by, end: span.end + by };
}
