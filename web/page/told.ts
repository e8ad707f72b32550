// What the service told of the article, and where that stands now that somebody has typed on.

import { ChangeSet, EditorState, MapMode, StateEffect, StateField, type Text } from "@codemirror/state";
import type { Finding, Span } from "../shared/wire";

export type Filter = (finding: Finding) => boolean;

interface Told {
  checked: Text; // the article as it was checked
  changes: ChangeSet; // what was done to it since
  findings: readonly Finding[];
  dismissed: readonly Finding[];
  filter: Filter;
}

/** A check of the article as it is now has come back. */
export const setTold = StateEffect.define<Pick<Told, "findings" | "dismissed">>();
/** These findings are done with, before the next check says so. */
export const dropTold = StateEffect.define<readonly Finding[]>();
export const setFilter = StateEffect.define<Filter>();

export const told = StateField.define<Told>({
  create: (state) => ({
    checked: state.doc,
    changes: ChangeSet.empty(state.doc.length),
    findings: [],
    dismissed: [],
    filter: () => true,
  }),
  update(value, transaction) {
    if (transaction.docChanged) {
      value = { ...value, changes: value.changes.compose(transaction.changes) };
    }
    for (const effect of transaction.effects) {
      if (effect.is(setTold)) {
        const doc = transaction.newDoc;
        value = { ...value, ...effect.value, checked: doc, changes: ChangeSet.empty(doc.length) };
      } else if (effect.is(dropTold)) {
        value = { ...value, findings: value.findings.filter((each) => !effect.value.some((gone) => isSame(each, gone))) };
      } else if (effect.is(setFilter)) {
        value = { ...value, filter: effect.value };
      }
    }
    return value;
  },
});

/** Whether two findings are one, told by two checks of the same text. */
export function isSame(one: Finding, other: Finding): boolean {
  return one.fingerprint === other.fingerprint && one.utf16.start === other.utf16.start;
}

/**
 * Whether two findings say the same of the same words, told by checks of texts that differ around
 * them: a fingerprint is also made of the words around.
 */
export function isAlike(one: Finding | undefined, other: Finding | undefined): boolean {
  return one?.rule === other?.rule && one?.entry === other?.entry && one?.text === other?.text;
}

/** The findings that the filter lets through. */
export function shown(state: EditorState): Finding[] {
  const { findings, filter } = state.field(told);
  return findings.filter(filter);
}

/** A place in the article as it is now. */
export interface Place {
  from: number;
  to: number;
}

/** Where a span of the checked article stands now; null where its words were changed. */
export function place(state: EditorState, span: Span): Place | null {
  const { checked, changes } = state.field(told);
  if (span.end > checked.length) return null;
  const empty = span.start === span.end;
  const from = changes.mapPos(span.start, 1, empty ? MapMode.TrackDel : MapMode.Simple);
  const to = empty ? from : changes.mapPos(span.end, -1);
  if (from === null || to === null || from > to) return null;
  const same = state.sliceDoc(from, to) === checked.sliceString(span.start, span.end);
  return same ? { from, to } : null;
}

/** The finding at a position; of several, that of the fewest words. */
export function findingAt(state: EditorState, position: number): Finding | null {
  let best: Finding | null = null;
  let least = Infinity;
  for (const finding of shown(state)) {
    const at = place(state, finding.utf16);
    if (at && at.from <= position && position <= at.to && at.to - at.from < least) {
      least = at.to - at.from;
      best = finding;
    }
  }
  return best;
}
