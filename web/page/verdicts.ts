// What the check came to, in words and figures, and the filters over it.

import { SEVERITIES, type Decision, type Finding, type Severity, type Verdict } from "../shared/wire";
import { counted, element, here } from "./elements";
import type { Filter } from "./told";

const DECISIONS: Record<Decision, string> = {
  allow: "Clear to publish",
  warn: "Warned of at publication",
  block: "Held at publication",
};

export class Verdicts {
  private verdict: Verdict | null = null;
  private readonly hidden = new Set<Severity>();
  private readonly rules = here<HTMLSelectElement>("#rule-filter");

  /** `filtered` is called when somebody changes a filter. */
  constructor(filtered: () => void) {
    for (const button of document.querySelectorAll<HTMLElement>(".filter")) {
      button.addEventListener("click", () => {
        const severity = button.dataset.severity as Severity;
        if (!this.hidden.delete(severity)) this.hidden.add(severity);
        button.setAttribute("aria-pressed", String(!this.hidden.has(severity)));
        filtered();
      });
    }
    this.rules.addEventListener("change", filtered);
  }

  /** Which findings are shown. A new function each time, so that a change of filter is seen. */
  get filter(): Filter {
    const hidden = new Set(this.hidden);
    const rule = this.rules.value;
    return (finding: Finding) => !hidden.has(finding.severity) && (!rule || finding.rule === rule);
  }

  show(verdict: Verdict | null): void {
    this.verdict = verdict;
    const decision = here("#decision");
    decision.dataset.decision = verdict?.decision ?? "none";
    decision.textContent = verdict ? DECISIONS[verdict.decision] : "Nothing to check yet";
    const unchecked = here("#unchecked");
    unchecked.textContent = this.unchecked;
    unchecked.hidden = !this.unchecked;
    here(".slips").toggleAttribute("data-empty", verdict === null);
    for (const severity of SEVERITIES) {
      const [count, noun] = counted(this.count(severity), severity).split(" ");
      here(`.filter[data-severity=${severity}] b`).textContent = count!;
      here(`.filter[data-severity=${severity}] span`).textContent = noun!;
    }
    const book = verdict?.stylebook;
    here("#book").textContent = book ? `Stylebook ${book.name}, ${book.digest.slice(0, 8)}` : "";
    this.offerRules(verdict?.findings ?? []);
  }

  /** What is said where the list is empty. */
  get nothing(): string {
    if (!this.verdict) return "Findings will stand here, each with its mend.";
    if (this.verdict.findings.length) return "The filters hide every finding.";
    return "Nothing to mend. The copy keeps to the stylebook.";
  }

  /** The outcome for those who listen to the page. */
  get said(): string {
    if (!this.verdict) return "";
    const { findings, decision } = this.verdict;
    const parts = SEVERITIES.map((severity) => [this.count(severity), severity] as const)
      .filter(([count]) => count)
      .map(([count, severity]) => counted(count, severity));
    const all = parts.length ? `: ${parts.join(", ")}` : "";
    const told = `${counted(findings.length, "finding")}${all}. ${DECISIONS[decision]}`;
    return this.unchecked ? `${told}. ${this.unchecked}` : told;
  }

  /** What of the check could not be done. */
  private get unchecked(): string {
    const notices = this.verdict?.notices ?? [];
    return notices.map((notice) => notice[0]!.toUpperCase() + notice.slice(1)).join(". ");
  }

  get took(): string {
    return this.verdict ? `Checked in ${(this.verdict.took * 1000).toFixed(1)} ms` : "Ready";
  }

  private count(severity: Severity): number {
    return this.verdict?.findings.filter((each) => each.severity === severity).length ?? 0;
  }

  private offerRules(findings: Finding[]): void {
    const counts = new Map<string, number>();
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const chosen = counts.has(this.rules.value) ? this.rules.value : "";
    const options = [...counts].sort().map(([rule, count]) =>
      element("option", { value: rule }, `${rule} (${count})`));
    this.rules.replaceChildren(element("option", { value: "" }, "All rules"), ...options);
    this.rules.value = chosen;
  }
}
