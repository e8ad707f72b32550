// Shows for a moment what a mend has written.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Place } from "./told";

export const flash = StateEffect.define<readonly Place[]>();

const written = Decoration.mark({ class: "cm-mended" });

export const flashes = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    marks = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(flash)) continue;
      const full = effect.value.filter(({ from, to }) => from < to);
      marks = Decoration.set(full.map(({ from, to }) => written.range(from, to)), true);
    }
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});
