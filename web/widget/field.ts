// A field that is looked after: its words, what was found in them, and the marks on them.

import type { Edit, Finding, Fix, Format, Severity, Span } from "../shared/wire";
import { rangeOf, readElement, shared, shifted, typed, type Copy } from "./copy";
import { layerOf, showMarks, type Layer } from "./layer";
import { mirrorOf, type Box } from "./mirror";
import { typeInto } from "./typing";

export interface Mark {
  finding: Finding;
  range: Range;
}

export interface Field {
  root: HTMLElement;
  name: string;
  kind?: string;
  format: Format;
  layer: Layer;
  marks: Mark[];
  source(): string;
  /** Show what was found in the words that were sent. */
  tell(source: string, findings: Finding[]): void;
  /** Take a finding away until the next check. */
  drop(finding: Finding): void;
  /** The mark at a point of the screen. */
  at(x: number, y: number): Mark | undefined;
  /** The first mark that ends after the cursor, else the first. */
  next(): Mark | undefined;
  /** Whether a fix can be typed into the field. */
  canTake(fix: Fix): boolean;
  /** Type a fix; returns whether its words were still there. */
  take(fix: Fix): Promise<boolean>;
  /** Follow the page as it scrolls. */
  move(): void;
  remove(): void;
}

const highlights = new Map<Severity, Highlight>();

/** The highlight that paints a severity; none where the browser has no such thing. */
function highlight(severity: Severity): Highlight | undefined {
  const registry = globalThis.CSS?.highlights;
  let made = highlights.get(severity);
  if (registry && !made) {
    highlights.set(severity, (made = new Highlight()));
    registry.set(`copydesk-${severity}`, made);
  }
  return made;
}

/** Look after an element; `changed` is called when its words are others. */
export function fieldOf(
  root: HTMLElement,
  about: { name: string; kind?: string; format?: Format },
  changed: () => void,
): Field {
  const box = "value" in root ? (root as Box) : null;
  const layer = layerOf(root);
  const mirror = box && mirrorOf(box, layer.shadow);
  let copy: Copy = { source: "", pieces: [] };
  let checked = "";
  let findings: Finding[] = [];
  let frame = 0;

  const now = (span: Span): Span | null => shifted(span, checked, copy.source);

  const range = (span: Span | null): Range | null => {
    if (!span || !mirror) return span && rangeOf(copy, span);
    const made = new Range();
    made.setStart(mirror.text, span.start);
    made.setEnd(mirror.text, span.end);
    return made;
  };

  /** What an edit types, or null where it would write over tags. */
  const words = ({ utf16, text }: Edit): string | null =>
    box ? text : checked.slice(utf16.start, utf16.end).includes("<") ? null : typed(text);

  const paint = (): void => {
    for (const mark of field.marks) highlight(mark.finding.severity)?.delete(mark.range);
    field.marks = [];
    for (const finding of findings) {
      const made = range(now(finding.utf16));
      if (!made) continue;
      field.marks.push({ finding, range: made });
      highlight(finding.severity)?.add(made);
    }
  };

  const read = (): void => {
    const before = copy.source;
    copy = box ? { source: box.value, pieces: [] } : readElement(root);
    mirror?.follow();
    paint();
    if (copy.source !== before) changed();
  };

  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(read);
  };

  const caret = (): Range | null => {
    if (box) return range({ start: box.selectionStart ?? 0, end: box.selectionEnd ?? 0 });
    const chosen = document.getSelection();
    return chosen?.rangeCount && root.contains(chosen.anchorNode) ? chosen.getRangeAt(0) : null;
  };

  const watcher = box ? new ResizeObserver(soon) : new MutationObserver(soon);
  if (watcher instanceof ResizeObserver) watcher.observe(root);
  else watcher.observe(root, { childList: true, characterData: true, subtree: true });
  const scrolled = (): void => mirror?.move();
  const listening = new AbortController();
  const { signal } = listening;
  for (const kind of ["input", "focus"]) root.addEventListener(kind, soon, { signal });
  root.addEventListener("scroll", scrolled, { signal });
  showMarks(root.getRootNode() as Document | ShadowRoot);

  const field: Field = {
    ...about,
    root,
    format: box ? (about.format ?? "text") : "html",
    layer,
    marks: [],
    source: () => copy.source,
    tell(source, found) {
      checked = source;
      findings = found;
      paint();
    },
    drop(finding) {
      findings = findings.filter((each) => each !== finding);
      paint();
    },
    at: (x, y) =>
      field.marks.find((mark) =>
        [...mark.range.getClientRects()].some(
          ({ left, right, top, bottom }) => x >= left && x <= right && y >= top - 1 && y <= bottom + 3,
        ),
      ),
    next() {
      const here = caret();
      // Whether the mark's end lies at or after the cursor.
      const after = (mark: Mark): boolean => mark.range.compareBoundaryPoints(1, here!) >= 0;
      return (here && field.marks.find(after)) || field.marks[0];
    },
    canTake: ({ safety, edits }) =>
      safety !== "display" && edits.length > 0 && edits.every((edit) => words(edit) !== null),
    async take(fix) {
      read();
      // From the end, so that the places before stay what they are.
      const edits = fix.edits
        .map((edit) => ({ span: now(edit.utf16)!, text: words(edit)! }))
        .sort((one, other) => other.span?.start - one.span?.start);
      if (edits.some(({ span }) => !span)) return false;
      for (const { span, text } of edits) {
        // No more is typed than differs, so that markup within the words stays.
        const old = copy.source.slice(span.start, span.end);
        const [head, tail] = /[&\ud800-\udfff]/.test(old + text) ? [0, 0] : shared(old, text);
        const least = { start: span.start + head, end: span.end - tail };
        const at = box ? least : rangeOf(copy, least);
        if (!at) return false;
        await typeInto(root, at, text.slice(head, text.length - tail));
        read();
      }
      return true;
    },
    move: scrolled,
    remove() {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      listening.abort();
      findings = [];
      paint();
      mirror?.remove();
    },
  };
  read();
  return field;
}
