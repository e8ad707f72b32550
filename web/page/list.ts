// The list beside the article.

import type { Finding } from "../shared/wire";
import { mendButtons, standButton, type Actions } from "./card";
import { element, icon, short } from "./elements";
import { isAlike, isSame } from "./told";

const KEYS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

export class FindingList {
  private findings: readonly Finding[] = [];

  constructor(
    private readonly root: HTMLOListElement,
    private readonly actions: Actions,
  ) {
    root.addEventListener("keydown", (event) => this.move(event));
  }

  /**
   * Show findings; `empty` is said where there are none. Focus stays on the button it was on; where
   * its finding has gone, it goes to the one that has taken its place.
   */
  show(findings: readonly Finding[], empty: string): void {
    const at = this.focused();
    const button = at < 0 ? -1 : this.buttons(at).indexOf(document.activeElement as HTMLElement);
    const before = this.findings[at];
    this.findings = findings;
    const items = findings.map((finding) => this.item(finding));
    this.root.replaceChildren(
      ...(items.length ? items : [element("li", { class: "nothing" }, empty)]),
    );
    if (at < 0) return;
    const alike = (each: Finding | undefined): boolean => isAlike(each, before);
    const now = alike(findings[at]) ? at : findings.findIndex(alike);
    if (now >= 0) this.buttons(now)[button]?.focus();
    else this.focus(Math.min(at, findings.length - 1));
  }

  /** Mark the finding at the cursor. */
  point(current: Finding | null): void {
    for (const [number, item] of [...this.root.children].entries()) {
      const finding = this.findings[number];
      const on = Boolean(current && finding && isSame(finding, current));
      if (item.hasAttribute("aria-current") === on) continue;
      item.toggleAttribute("aria-current", on);
      if (on && !this.root.contains(document.activeElement)) item.scrollIntoView({ block: "nearest" });
    }
  }

  /** Focus an item of the list; returns whether there is one. */
  focus(number = 0): boolean {
    const button = this.root.children[Math.max(number, 0)]?.querySelector<HTMLElement>("button.where");
    if (button) button.focus();
    else if (this.root.contains(document.activeElement)) this.root.focus();
    return Boolean(button);
  }

  private buttons(at: number): HTMLElement[] {
    return [...this.root.children[at]!.querySelectorAll<HTMLElement>("button")];
  }

  private focused(): number {
    const item = document.activeElement?.closest("li");
    return item && item.parentElement === this.root ? [...this.root.children].indexOf(item) : -1;
  }

  private item(finding: Finding): HTMLLIElement {
    const words = short(finding.text, 70);
    return element(
      "li",
      { class: "slip", "data-severity": finding.severity, "data-rule": finding.rule },
      element(
        "button",
        { type: "button", class: "where", onclick: () => this.actions.goTo(finding) },
        icon(finding.severity),
        element("span", { class: "unseen" }, `${finding.severity}: `),
        words && element("b", {}, words),
        element("span", { class: "message" }, finding.message),
      ),
      element(
        "div",
        { class: "buttons" },
        ...mendButtons(finding, this.actions),
        standButton(finding, this.actions),
      ),
    );
  }

  private move(event: KeyboardEvent): void {
    const to = KEYS[event.key];
    const at = this.focused();
    if (!to || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.focus(to(at, this.findings.length));
  }
}

/** What editors let stand in this article, each with the way back. */
export function showStanding(root: HTMLDetailsElement, dismissed: readonly Finding[], actions: Actions): void {
  root.hidden = dismissed.length === 0;
  root.querySelector("summary b")!.textContent = String(dismissed.length);
  const items = dismissed.map((finding) =>
    element(
      "li",
      { class: "slip", "data-severity": "stands" },
      element(
        "p",
        { class: "where" },
        icon("stands"),
        element("b", {}, short(finding.text, 70)),
        element("span", { class: "message" }, finding.message),
      ),
      element(
        "div",
        { class: "buttons" },
        element(
          "button",
          { type: "button", class: "stand", onclick: () => actions.tellAgain(finding) },
          "Tell it again",
        ),
      ),
    ),
  );
  root.querySelector("ol")!.replaceChildren(...items);
}
