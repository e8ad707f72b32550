// What an editor reads: a card for each finding, a list of them at each field, a bar above all.

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

const SAID = { error: "Error", warning: "Warning", suggestion: "Suggestion" };

/** A card: what is wrong, and a button for each mend. `take(mend)` is called for the one taken. */
export function card(finding, take) {
  const made = element("div", `copydesk-card copydesk-card--${finding.severity}`);
  made.dataset.rule = finding.rule;
  const line = element("p", "copydesk-card__message");
  line.append(element("strong", "", SAID[finding.severity] ?? finding.severity), " ", finding.spoken);
  if (finding.blocks) line.append(" ", element("span", "copydesk-card__blocks", "Refuses publication."));
  made.append(line);
  for (const mend of finding.mends) {
    const button = element("button", "button button-small button-secondary copydesk-card__mend", mend.title);
    button.type = "button";
    button.addEventListener("click", () => take(mend));
    made.append(button);
  }
  for (const { title, url } of finding.links) {
    const link = element("a", "copydesk-card__link", title);
    Object.assign(link, { href: url, target: "_blank", rel: "noopener" });
    made.append(link);
  }
  made.append(element("small", "copydesk-card__rule", finding.rule));
  return made;
}

/** The list of findings at a field, in place of what stood there before. */
export function list(field, findings, take) {
  const own = (place) => [...place.children].find((child) => child.classList.contains("copydesk"));
  const before = own(field);
  if (!findings.length) return before?.remove();
  const made = before ?? element("div", "copydesk");
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", "Findings of copydesk");
  made.replaceChildren(...findings.map((finding) => card(finding, (mend) => take(finding, mend))));
  if (!before) field.append(made);
}

/** The bar above the form: made once, so that a reason being written stays. */
export class Bar {
  constructor(form, takeAll) {
    this.root = element("section", "copydesk-bar");
    this.root.setAttribute("aria-label", "copydesk");
    this.said = element("p", "copydesk-bar__said");
    this.said.setAttribute("role", "status");
    this.all = element("button", "button button-small button-secondary");
    this.all.type = "button";
    this.all.addEventListener("click", takeAll);
    this.anyway = element("details", "copydesk-bar__anyway");
    const label = element("label", "", "Reason, kept with the page:");
    this.reason = element("textarea");
    Object.assign(this.reason, { name: "copydesk-reason", rows: 2, maxLength: 1000, id: "copydesk-reason" });
    label.htmlFor = this.reason.id;
    this.anyway.append(
      element("summary", "", "Publish against the stylebook…"), label, this.reason,
      element("p", "help", "Give a reason, then publish as usual."),
    );
    this.root.append(this.said, this.all, this.anyway);
    this.root.hidden = true;
    form.prepend(this.root);
  }

  /** Say what an answer came to. */
  tell(answer) {
    const { findings } = answer;
    const refusing = findings.filter((finding) => finding.blocks).length;
    const blocked = answer.decision === "block";
    const safe = findings.filter((finding) => finding.mends.some((mend) => mend.safe)).length;
    this.root.hidden = !findings.length && !answer.fault;
    this.root.classList.toggle("copydesk-bar--blocked", blocked && !answer.overridden);
    this.said.textContent = answer.fault
      ? `copydesk: the copy was not checked: ${answer.fault}.`
      : `copydesk: ${counted(findings.length, "finding")}` +
        (refusing ? `, ${refusing === 1 ? "1 refuses" : `${refusing} refuse`} publication.` : ".") +
        (answer.overridden ? " Published against the stylebook with a reason." : "");
    this.all.hidden = !safe;
    this.all.textContent = `Take ${safe === 1 ? "the safe mend" : `all ${safe} safe mends`}`;
    this.anyway.hidden = !(blocked && answer.may_override && !answer.overridden);
  }

  /** Say that nothing can be checked now. */
  fail(reason) {
    this.root.hidden = false;
    this.said.textContent = `copydesk: ${reason}`;
    this.all.hidden = true;
  }
}

const counted = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;

/** A card beside words in rich text; goes with a click elsewhere or Escape. */
export class Popover {
  constructor() {
    this.root = element("div", "copydesk-popover");
    this.root.setAttribute("role", "dialog");
    this.root.setAttribute("aria-label", "Finding of copydesk");
    this.root.hidden = true;
    document.body.append(this.root);
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
    document.addEventListener("mousedown", (event) => {
      if (!this.root.contains(event.target)) this.hide();
    });
  }

  show(content, box) {
    this.root.replaceChildren(content);
    this.root.hidden = false;
    const left = Math.min(box.left, document.documentElement.clientWidth - this.root.offsetWidth - 8);
    this.root.style.left = `${Math.max(left, 8) + window.scrollX}px`;
    this.root.style.top = `${box.bottom + window.scrollY + 4}px`;
  }

  hide() {
    this.root.hidden = true;
  }
}
