// What an editor reads: a card for each finding, a list of them at each field, a bar above all.

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

// What has no drafts is published by being saved.
export const SAYS = {
  drafts: { what: "publication", verb: "publish", done: "Published" },
  live: { what: "the save", verb: "save", done: "Saved" },
};
const SAID = { error: "Error", warning: "Warning", suggestion: "Suggestion" };

/**
 * A card: what is wrong, and a button for each mend. `actions.take(mend)` is called for the one that
 * is taken, `actions.letStand(reason)`, where there is one, for a finding that may stand.
 */
export function card(finding, actions, says = SAYS.drafts) {
  const made = element("div", `copydesk-card copydesk-card--${finding.severity}`);
  made.dataset.rule = finding.rule;
  made.dataset.fingerprint = finding.fingerprint;
  const line = element("p", "copydesk-card__message");
  line.append(element("strong", "", SAID[finding.severity] ?? finding.severity), " ", finding.spoken);
  if (finding.blocks) line.append(" ", element("span", "copydesk-card__blocks", `Refuses ${says.what}.`));
  made.append(line);
  for (const mend of finding.mends) {
    const button = element("button", "button button-small button-secondary copydesk-card__mend", mend.title);
    button.type = "button";
    button.addEventListener("click", () => actions.take(mend));
    made.append(button);
  }
  for (const { title, url } of finding.links) {
    const link = element("a", "copydesk-card__link", title);
    Object.assign(link, { href: url, target: "_blank", rel: "noopener" });
    made.append(link);
  }
  if (actions.letStand) made.append(standing(finding, actions.letStand));
  made.append(element("small", "copydesk-card__rule", finding.rule));
  return made;
}

/** “Let stand…”, which opens a line for the reason. */
function standing(finding, letStand) {
  const made = element("details", "copydesk-card__stand");
  const label = element("label", "", "Reason, kept with the page:");
  const reason = element("input");
  // Without a name it is not sent with the page.
  Object.assign(reason, { type: "text", maxLength: 1000, id: `copydesk-stand-${(serial += 1)}` });
  label.htmlFor = reason.id;
  const button = element("button", "button button-small button-secondary", "Let stand");
  button.type = "button";
  const done = () => reason.value.trim() && letStand(reason.value.trim());
  button.addEventListener("click", done);
  reason.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault(); // which would save the page
      done();
    }
  });
  for (const name of ["input", "change"]) reason.addEventListener(name, (event) => event.stopPropagation());
  made.append(element("summary", "", "Let stand…"), label, reason, button);
  made.addEventListener("toggle", () => made.open && reason.focus());
  return made;
}

let serial = 0;

/** The list of findings at a field, in place of what stood there before. */
export function list(field, findings, actionsOf, says) {
  const own = (place) => [...place.children].find((child) => child.classList.contains("copydesk"));
  const before = own(field);
  if (!findings.length) return before?.remove();
  const made = before ?? element("div", "copydesk");
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", "Findings of copydesk");
  // A reason that is being written stays as long as its finding does.
  const open = new Map([...made.children].filter((each) => each.querySelector("details[open]"))
    .map((each) => [each.dataset.fingerprint, each]));
  made.replaceChildren(...findings.map((finding) =>
    open.get(finding.fingerprint) ?? card(finding, actionsOf(finding), says)));
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
    this.anyway.append(element("summary"), label, this.reason, element("p", "help"));
    this.stood = element("details", "copydesk-bar__stood");
    this.stood.append(element("summary"), element("ul"));
    this.root.append(this.said, this.all, this.stood, this.anyway);
    this.root.hidden = true;
    form.prepend(this.root);
  }

  /** Say what an answer came to; `tellAgain(finding)` is called for one that was let stand. */
  tell(answer, tellAgain, says) {
    const { findings } = answer;
    const verb = says.verb[0].toUpperCase() + says.verb.slice(1);
    this.anyway.querySelector("summary").textContent = `${verb} against the stylebook…`;
    this.anyway.querySelector(".help").textContent = `Give a reason, then ${says.verb} as usual.`;
    const refusing = findings.filter((finding) => finding.blocks).length;
    const blocked = answer.decision === "block";
    const safe = findings.filter((finding) => finding.mends.some((mend) => mend.safe)).length;
    const { stood = [], notices = [] } = answer;
    this.root.hidden = !findings.length && !answer.fault && !stood.length && !notices.length;
    this.root.classList.toggle("copydesk-bar--blocked", blocked && !answer.overridden);
    this.said.textContent = answer.fault
      ? `copydesk: the copy was not checked: ${answer.fault}.`
      : `copydesk: ${counted(findings.length, "finding")}` +
        (refusing ? `, ${refusing === 1 ? "1 refuses" : `${refusing} refuse`} ${says.what}.` : ".") +
        (answer.overridden ? ` ${says.done} against the stylebook with a reason.` : "");
    if (notices.length) this.said.textContent += ` ${notices.join(" ")}`;
    this.tellStood(stood, answer.may_dismiss ? tellAgain : null);
    this.all.hidden = !safe;
    this.all.textContent = `Take ${safe === 1 ? "the safe mend" : `all ${safe} safe mends`}`;
    this.anyway.hidden = !(blocked && answer.may_override && !answer.overridden);
  }

  tellStood(stood, tellAgain) {
    this.stood.hidden = !stood.length;
    const [summary, items] = this.stood.children;
    summary.textContent = `Let stand: ${stood.length}`;
    items.replaceChildren(...stood.map((finding) => {
      const item = element("li", "", `${finding.spoken} `);
      if (tellAgain) {
        const button = element("button", "button button-small button-secondary", "Tell again");
        button.type = "button";
        button.addEventListener("click", () => tellAgain(finding));
        item.append(button);
      }
      return item;
    }));
  }

  /** Say that nothing can be checked now. */
  fail(reason) {
    this.root.hidden = false;
    this.said.textContent = `copydesk: ${reason}`;
    this.all.hidden = true;
  }
}

const counted = (number, what) => `${number || "no"} ${what}${number === 1 ? "" : "s"}`;

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
