// Taking mends: each is one change that one undo takes back.

import { isolateHistory } from "@codemirror/commands";
import type { ChangeSpec, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Finding, Fix } from "../shared/wire";
import { flash } from "./flash";
import { dropTold, place, told } from "./told";

type Change = { from: number; to: number; insert: string };

/** A fix as changes of the article as it is now; null where words it writes over have changed. */
function changesOf(state: EditorState, fix: Fix): Change[] | null {
  const changes: Change[] = [];
  for (const edit of fix.edits) {
    const at = place(state, edit.utf16);
    if (!at) return null;
    changes.push({ ...at, insert: edit.text });
  }
  return changes;
}

/** Whether a fix can be written into the article. */
export function canTake(fix: Fix): boolean {
  return fix.safety !== "display" && fix.edits.length > 0;
}

/** The fix that is meant where none is named: the safe one, or the first that can be written. */
export function firstFix(finding: Finding): Fix | undefined {
  const offered = finding.fixes.filter(canTake);
  return offered.find((fix) => fix.safety === "safe") ?? offered[0];
}

/** Take one mend. Returns whether it was taken. */
export function take(view: EditorView, finding: Finding, fix: Fix): boolean {
  const changes = changesOf(view.state, fix);
  if (!changes) return false;
  write(view, changes, [finding]);
  return true;
}

/** The safe mends of all findings, as far as they leave each other alone. */
function safeMends(state: EditorState): { finding: Finding; changes: Change[] }[] {
  const mends: { finding: Finding; changes: Change[] }[] = [];
  const taken: Change[] = [];
  for (const finding of state.field(told).findings) {
    const fix = finding.fixes.find((each) => each.safety === "safe");
    const changes = fix && changesOf(state, fix);
    if (!changes?.length) continue;
    if (changes.some((one) => taken.some((other) => meet(one, other)))) continue;
    taken.push(...changes);
    mends.push({ finding, changes });
  }
  return mends;
}

function meet(one: Change, other: Change): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** How many mends {@link takeAll} would take. */
export function countSafe(state: EditorState): number {
  return safeMends(state).length;
}

/** Take all safe mends, as one change. Returns the findings that are mended by it. */
export function takeAll(view: EditorView): Finding[] {
  const mends = safeMends(view.state);
  const findings = mends.map((mend) => mend.finding);
  if (mends.length) write(view, mends.flatMap((mend) => mend.changes), findings);
  return findings;
}

function write(view: EditorView, changes: Change[], mended: Finding[]): void {
  const specs: ChangeSpec[] = changes;
  const set = view.state.changes(specs);
  const first = Math.min(...changes.map((change) => change.from));
  view.dispatch({
    changes: set,
    effects: [
      dropTold.of(mended),
      flash.of(changes.map(({ from, to }) => ({ from: set.mapPos(from, -1), to: set.mapPos(to, 1) }))),
      ...(mended.length === 1 ? [EditorView.scrollIntoView(set.mapPos(first), { y: "nearest", yMargin: 60 })] : []),
    ],
    annotations: isolateHistory.of("full"),
    userEvent: "input.mend",
  });
}
