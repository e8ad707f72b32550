// Slips in the article: underlined, with a card at hover, at a click and by keyboard.

import { linter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState, Prec, StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, closeHoverTooltips, keymap, showTooltip, type Tooltip, type TooltipView } from "@codemirror/view";
import type { Finding, Severity } from "../shared/wire";
import { cardOf, type Actions } from "./card";
import { firstFix } from "./mending";
import { findingAt, isAlike, isSame, place, setTold, shown, told, type Place } from "./told";

const SEVERITIES: Record<Severity, Diagnostic["severity"]> = {
  error: "error",
  warning: "warning",
  suggestion: "info",
};

interface Mark extends Diagnostic {
  finding: Finding;
}

interface Card {
  finding: Finding;
  tooltip: Tooltip;
  actions: Actions;
}

const openCard = StateEffect.define<Card | null>();

/** Underline what is shown now. */
export function underline(view: EditorView, actions: Actions): void {
  const marks: Mark[] = [];
  for (const finding of shown(view.state)) {
    const at = place(view.state, finding.utf16);
    if (!at) continue;
    marks.push({
      ...at,
      finding,
      severity: SEVERITIES[finding.severity],
      message: finding.message,
      renderMessage: () => cardOf(finding, actions),
    });
  }
  view.dispatch(setDiagnostics(view.state, marks));
}

/** The card that is open. */
const card = StateField.define<Card | null>({
  create: () => null,
  update(open, transaction) {
    if (transaction.docChanged || transaction.selection) open = null;
    for (const effect of transaction.effects) {
      if (effect.is(openCard)) open = effect.value;
      if (effect.is(setTold) && open) open = toldAgain(open, transaction.startState, effect.value.findings);
    }
    return open;
  },
  provide: (field) => showTooltip.from(field, (open) => open?.tooltip ?? null),
});

/** The card after another check of the same words; none where its finding is gone. */
function toldAgain(open: Card, before: EditorState, findings: readonly Finding[]): Card | null {
  const { finding, actions } = open;
  const at = place(before, finding.utf16);
  if (!at) return null;
  const now = findings.find((each) => isAlike(each, finding) && each.utf16.start === at.from);
  if (now && isSame(now, finding)) return open;
  return now ? cardFor(now, at, actions) : null;
}

/** Open the card of a finding and go there. */
export function open(view: EditorView, finding: Finding, actions: Actions): void {
  const at = place(view.state, finding.utf16);
  if (!at) return;
  view.dispatch({
    selection: { anchor: at.from, head: at.to },
    effects: [...opening(finding, at, actions), EditorView.scrollIntoView(at.from, { y: "center" })],
  });
  view.focus();
}

/** Close the card that is open; returns whether one was. */
export function close(view: EditorView): boolean {
  if (!view.state.field(card)) return false;
  view.dispatch({ effects: openCard.of(null) });
  view.focus();
  return true;
}

function opening(finding: Finding, at: Place, actions: Actions): StateEffect<unknown>[] {
  return [openCard.of(cardFor(finding, at, actions)), closeHoverTooltips];
}

function cardFor(finding: Finding, at: Place, actions: Actions): Card {
  const create = (): TooltipView => {
    // Where this card takes the place of one that holds the focus, it takes the focus too.
    const held = cardButtons(document).indexOf(document.activeElement as HTMLElement);
    const dom = cardOf(finding, actions);
    dom.classList.add("pinned");
    dom.setAttribute("role", "dialog");
    dom.setAttribute("aria-label", finding.message);
    dom.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      actions.close();
    });
    return { dom, mount: () => [...dom.querySelectorAll("button")][held]?.focus({ preventScroll: true }) };
  };
  return { finding, actions, tooltip: { pos: at.from, end: at.to, above: false, arrow: false, create } };
}

function cardButtons(within: ParentNode): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(".card.pinned button")];
}

/** The next finding after the cursor, or before it; after the last comes the first. */
function step(view: EditorView, back: boolean, actions: Actions): boolean {
  const { main } = view.state.selection;
  const places = shown(view.state)
    .map((finding) => ({ finding, at: place(view.state, finding.utf16) }))
    .filter((each) => each.at !== null)
    .sort((one, other) => one.at!.from - other.at!.from || one.at!.to - other.at!.to);
  if (!places.length) return true;
  const shut = view.state.field(card)?.finding;
  const index = shut ? places.findIndex((each) => isSame(each.finding, shut)) : -1;
  let next: number;
  if (index >= 0) next = index + (back ? -1 : 1);
  else if (back) next = places.findLastIndex((each) => each.at!.to < main.from);
  else next = places.findIndex((each) => each.at!.from >= main.from);
  open(view, places[(next + places.length) % places.length]!.finding, actions);
  return true;
}

/** The finding at the cursor, or whose card is open. */
export function currentFinding(state: EditorState): Finding | null {
  return state.field(card)?.finding ?? findingAt(state, state.selection.main.head);
}

function intoCard(view: EditorView, actions: Actions): boolean {
  const finding = currentFinding(view.state);
  if (!finding) return false;
  if (!view.state.field(card)) open(view, finding, actions);
  cardButtons(view.dom)[0]?.focus({ preventScroll: true });
  return true;
}

function takeHere(view: EditorView, actions: Actions): boolean {
  const finding = currentFinding(view.state);
  const fix = finding && firstFix(finding);
  if (!finding || !fix) return false;
  actions.take(finding, fix);
  return true;
}

/** A click on marked words opens their card. Which words, is told by where it began. */
function clicks(actions: Actions): Extension {
  let begun: Finding | null = null;
  return EditorView.domEventHandlers({
    mousedown(event, view) {
      const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
      const on = (event.target as Element).closest(".cm-lintRange");
      begun = on && position !== null ? findingAt(view.state, position) : null;
      return false;
    },
    mouseup(_, view) {
      const finding = begun;
      // After the editor has set its cursor there, which closes cards.
      setTimeout(() => {
        const at = finding && view.state.selection.main.empty && place(view.state, finding.utf16);
        if (at) view.dispatch({ effects: opening(finding, at, actions) });
      });
      return false;
    },
  });
}

/** The extension. */
export function marks(actions: Actions): Extension {
  return [
    told,
    card,
    linter(null, {
      tooltipFilter: (diagnostics, state) =>
        diagnostics.filter((each) => {
          const open = state.field(card)?.finding;
          return !open || !isSame((each as Mark).finding, open);
        }),
    }),
    clicks(actions),
    Prec.high(
      keymap.of([
        {
          key: "F8",
          run: (view) => step(view, false, actions),
          shift: (view) => step(view, true, actions),
        },
        { key: "Mod-.", run: (view) => intoCard(view, actions) },
        { key: "Alt-Enter", run: (view) => takeHere(view, actions) },
        { key: "Escape", run: close },
      ]),
    ),
  ];
}
