// Keeps markup out of the way of reading: tags are pale, long ones folded until the cursor is there.

import { Facet, type EditorState, type Extension, type Range } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";
import type { Format } from "../shared/wire";
import { place, shown, told } from "./told";

/** The format of the article. */
export const format = Facet.define<Format, Format>({ combine: (values) => values[0] ?? "text" });

const HTML = /<!--[^]*?-->|<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>|&(?:#\w+|\w+);/g;
const MARKDOWN = /^(#{1,6}|>|[-*+]|\d+\.)(?=\s)|\*\*|__|(?<=\])\([^()\s]*\)/gm;
const HEADING = /^#{1,6}\s.*$/gm;
const SHORT = 24; // attributes up to this length stay

const pale = Decoration.mark({ class: "cm-markup" });
const heading = Decoration.mark({ class: "cm-heading" });

class Fold extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(): HTMLElement {
    const dots = document.createElement("span");
    dots.className = "cm-fold";
    dots.textContent = "…";
    dots.title = "Attributes; put the cursor in the tag to see them";
    return dots;
  }
}

const folded = Decoration.replace({ widget: new Fold() });

function decorations(view: EditorView): DecorationSet {
  const { state } = view;
  const kind = state.facet(format);
  if (kind === "text") return Decoration.none;
  const found: Range<Decoration>[] = [];
  const busy = busyPlaces(state);
  for (const { from, to } of view.visibleRanges) {
    // Whole lines, so that no tag is cut by the edge of what is seen.
    const start = state.doc.lineAt(from).from;
    const text = state.sliceDoc(start, state.doc.lineAt(to).to);
    for (const match of text.matchAll(kind === "html" ? HTML : MARKDOWN)) {
      const at = start + match.index;
      const end = at + match[0].length;
      found.push(pale.range(at, end));
      const fold = kind === "html" && attributes(match[0], at);
      if (fold && !busy.some((each) => each.from < end && at < each.to)) {
        found.push(folded.range(fold.from, fold.to));
      }
    }
    if (kind === "html") continue;
    for (const match of text.matchAll(HEADING)) {
      found.push(heading.range(start + match.index, start + match.index + match[0].length));
    }
  }
  return Decoration.set(found, true);
}

/** Where a tag's attributes stand, when they are long. */
function attributes(tag: string, at: number): { from: number; to: number } | null {
  const parts = /^(<[a-zA-Z][\w:-]*\s)([^]*?)(\s*\/?>)$/.exec(tag);
  if (!parts || parts[2]!.length <= SHORT || parts[2]!.includes("\n")) return null;
  const from = at + parts[1]!.length;
  return { from, to: from + parts[2]!.length };
}

/** Places that must be seen: the cursor's, and those of findings. */
function busyPlaces(state: EditorState): { from: number; to: number }[] {
  const places = state.selection.ranges.map(({ from, to }) => ({ from, to }));
  for (const finding of shown(state)) {
    const at = place(state, finding.utf16);
    if (at) places.push(at);
  }
  return places;
}

/** The extension. */
export const markup: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorations(view);
    }

    update(update: ViewUpdate): void {
      const { startState, state } = update;
      if (
        update.docChanged ||
        update.viewportChanged ||
        update.selectionSet ||
        startState.facet(format) !== state.facet(format) ||
        startState.field(told) !== state.field(told)
      ) {
        this.decorations = decorations(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
