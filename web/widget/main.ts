// copydesk.js: marks slips in the fields of any form, without touching what they hold.

import { articleOf, type Article, type Options } from "./article";
import { deskOf, type Desk } from "./card";

/** What `attach` gives back. */
export interface Attached {
  readonly findings: unknown[];
  check(): void;
  detach(): void;
}

type Editor = { root?: Element; view?: { dom: Element } }; // Quill; TipTap

const FIELDS = "textarea,[contenteditable]:not([contenteditable=false])";
const EDITABLE = `${FIELDS},input[type=text]`;
// Other editors' innards, and what a page wants left alone.
const NOT =
  "[data-copydesk-off],[data-copydesk-off] *,[readonly],[disabled],[tabindex='-1'],[aria-hidden=true]," +
  ".cm-editor *,.CodeMirror *,.monaco-editor *,[contenteditable] *";

const script = document.currentScript as HTMLScriptElement | null;
const about = script?.dataset ?? {};
const { copydesk: url, copydeskKey: key, copydeskArticle: article } = about;
const defaults: Options = { url, key, article };
const selector = about["copydeskFields"] ?? FIELDS;
const articles = new Map<unknown, Article>();
const desks = new Map<Element, Desk>();

/** Look after a field: an element, the selector of one, or an editor of Quill or TipTap. */
function attach(target: Element | Editor | string, options: Options = {}): Attached {
  const root = editableIn(target);
  let desk = desks.get(root);
  if (!desk) {
    const own = { ...defaults, ...fromElement(root), ...options };
    if (!own.url) throw new Error("copydesk: no URL of the service");
    const article = articleFor(root, own);
    desks.set(root, (desk = deskOf(article, article.add(root, own))));
  }
  const { article, field } = desk;
  return {
    get findings() {
      return field.marks.map((mark) => mark.finding);
    },
    check: () => article.soon(0),
    detach: () => detach(root),
  };
}

function detach(root: Element): void {
  desks.get(root)?.remove();
  desks.delete(root);
}

function editableIn(target: Element | Editor | string): HTMLElement {
  const given = typeof target === "string" ? document.querySelector(target) : target;
  const element = ((given as Editor)?.view?.dom ?? (given as Editor)?.root ?? given) as HTMLElement | null;
  const own = element?.matches(EDITABLE) ? element : element?.querySelector<HTMLElement>(EDITABLE);
  if (!own) throw new Error("copydesk: nothing here can be edited");
  return own;
}

/** What the markup says of a field: `data-copydesk-name`, `-kind`, `-format`. */
function fromElement(element: HTMLElement): Options {
  const { copydeskName, copydeskKind, copydeskFormat } = element.dataset;
  const name = copydeskName || element.getAttribute("name") || element.id || undefined;
  return { name, kind: copydeskKind, format: copydeskFormat as Options["format"] };
}

/** Fields of one form, or outside of forms, are one article, unless ids say otherwise. */
function articleFor(root: HTMLElement, options: Options): Article {
  const shared = options.article || root.closest("form") || "";
  let article = articles.get(shared);
  if (!article) {
    const made: Article = articleOf(options, () => told(made));
    articles.set(shared, (article = made));
  }
  return article;
}

function told({ fields, decision }: Article): void {
  for (const { root, marks } of fields) {
    desks.get(root)?.refresh();
    const detail = { decision, findings: marks.map((mark) => mark.finding) };
    root.dispatchEvent(new CustomEvent("copydesk", { bubbles: true, detail }));
  }
}

/** Attach to every field of the page that is not looked after yet, and let go of those that went. */
function attachAll(): void {
  for (const element of document.querySelectorAll(selector)) {
    if (!desks.has(element) && !element.matches(NOT)) attach(element);
  }
  for (const element of desks.keys()) if (!element.isConnected) detach(element);
}

function moved(): void {
  for (const desk of desks.values()) {
    desk.field.move();
    desk.move();
  }
}
addEventListener("scroll", moved, { capture: true, passive: true });
addEventListener("resize", moved);

function start(): void {
  attachAll();
  let waiting = false;
  new MutationObserver(() => {
    if (!waiting) {
      setTimeout(() => {
        waiting = false;
        attachAll();
      }, 300);
    }
    waiting = true;
  }).observe(document.body, { childList: true, subtree: true });
}

if (url && selector) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
}

Object.assign(globalThis, { copydesk: { attach } });
