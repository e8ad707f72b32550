// The card of a finding: what it says, why, and what can be done.

import type { Finding, Fix, Related } from "../shared/wire";
import { element, icon, short } from "./elements";
import { canTake } from "./mending";
import type { Rule } from "./service";

/** What can be done about a finding. */
export interface Actions {
  take(finding: Finding, fix: Fix): void;
  letStand(finding: Finding): void;
  tellAgain(finding: Finding): void;
  goTo(finding: Finding): void;
  visit(related: Related): void;
  showRule(id: string): void;
  rule(id: string): Promise<Rule>;
  close(): void;
}

/** A card, to be shown at the words. */
export function cardOf(finding: Finding, actions: Actions): HTMLElement {
  const why = element("p", { class: "why" });
  actions.rule(finding.rule).then(
    (rule) => (why.textContent = short(rule.why, 400)),
    () => why.remove(),
  );
  return element(
    "div",
    { class: "card", "data-severity": finding.severity },
    element("p", { class: "message" }, icon(finding.severity), finding.message),
    why,
    evidence(finding),
    related(finding, actions),
    element(
      "div",
      { class: "buttons" },
      ...mendButtons(finding, actions),
      standButton(finding, actions),
      element(
        "button",
        { type: "button", class: "quiet rule", onclick: () => actions.showRule(finding.rule) },
        finding.rule,
      ),
    ),
  );
}

/** A button for each mend that can be written; others are told. */
export function mendButtons(finding: Finding, actions: Actions): HTMLElement[] {
  return finding.fixes.map((fix) =>
    canTake(fix)
      ? element(
          "button",
          { type: "button", class: `mend ${fix.safety}`, onclick: () => actions.take(finding, fix) },
          fix.title,
        )
      : element("span", { class: "advice" }, fix.title),
  );
}

/** The button that lets a finding stand. */
export function standButton(finding: Finding, actions: Actions): HTMLElement {
  return element(
    "button",
    { type: "button", class: "stand", onclick: () => actions.letStand(finding) },
    "Let stand…",
  );
}

function evidence(finding: Finding): HTMLElement | null {
  if (finding.confidence === undefined) return null;
  const sure = `${Math.round(finding.confidence * 100)} % sure`;
  const unsaid = finding.evidence?.filter((each) => !finding.message.includes(each)) ?? [];
  const said = unsaid.length ? `${sure}: ${unsaid.join("; ")}` : sure;
  return element("p", { class: "evidence" }, said);
}

function related(finding: Finding, actions: Actions): HTMLElement | null {
  if (!finding.related.length) return null;
  const items = finding.related.slice(0, 5).map((each) => {
    const { line, start, end } = each.excerpt;
    const words = short([...line].slice(start, end).join(""), 60);
    const said = [each.message, words && `“${words}”`].filter(Boolean).join(": ");
    if (!each.field) return element("li", {}, `${said} (${each.path})`);
    return element(
      "li",
      {},
      element("button", { type: "button", class: "link", onclick: () => actions.visit(each) }, said),
    );
  });
  return element("ul", { class: "related" }, ...items);
}
