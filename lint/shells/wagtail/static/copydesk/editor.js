// copydesk in Wagtail's editor: asks while somebody writes, shows findings at their fields.

import { Bar, Popover, SAYS, card, list } from "./cards.js";
import { at, draw } from "./marks.js";
import { fieldOf, write } from "./places.js";

const PAUSE = 600; // ms after the last change
const [REST, LONGEST_REST] = [6_000, 60_000]; // ms until one that has failed is asked again
const form = document.querySelector("form[data-edit-form]");
const addresses = document.querySelector("script[data-copydesk-check]")?.dataset ?? {};
const address = addresses.copydeskCheck;

/** The query that names what is being edited, from the address of the editor; null if nothing is. */
function asked() {
  const path = window.location.pathname;
  const edit = path.match(/\/pages\/(\d+)\/(?:edit|revisions\/\d+\/revert)\/$/);
  if (edit) return `?edit=${edit[1]}`;
  const add = path.match(/\/pages\/add\/([^/]+)\/([^/]+)\/(\d+)\/$/);
  if (add) return `?add=${add[1]}.${add[2]}&parent=${add[3]}`;
  // Other forms of the admin are none of ours, and are not sent.
  const snippets = (addresses.copydeskSnippets ?? "").split(" ").filter(Boolean);
  return snippets.some((place) => path.startsWith(place)) ? `?at=${encodeURIComponent(path)}` : null;
}

/** The form as it would be sent, without files. */
function current() {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  data.delete("copydesk-reason");
  return data;
}

const overlap = (one, other) =>
  one.block === other.block && one.start < other.end && other.start < one.end;

const settled = () =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

class Desk {
  constructor() {
    this.bar = new Bar(form.querySelector(".tab-content, .w-tabs__panels") ?? form, () => this.takeAll());
    this.popover = new Popover();
    this.located = [];
    this.fields = new Set();
    this.seen = "";
    this.rest = REST;
    for (const name of ["input", "change", "w-unsaved:add", "click"]) {
      form.addEventListener(name, () => this.soon());
    }
    // A reason holds for what is published by hand; what saves itself would take it half written.
    form.addEventListener("w-autosave:save", (event) => event.detail.formData.delete("copydesk-reason"));
    document.addEventListener("w-autosave:success", () => this.soon());
    document.addEventListener("mouseup", (event) => this.open(event));
    new MutationObserver(() => {
      this.redraw();
      this.soon(); // a block was added, moved or deleted, or the form has just been built
    }).observe(form, { subtree: true, childList: true, characterData: true });
    this.soon();
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), PAUSE);
  }

  redraw() {
    if (this.drawing) return;
    this.drawing = requestAnimationFrame(() => {
      this.drawing = 0;
      draw(this.located);
    });
  }

  async check() {
    const query = asked();
    const data = current();
    const sent = JSON.stringify([query, ...data]);
    if (query === null || sent === this.seen) return;
    this.seen = sent;
    clearTimeout(this.resting);
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch(address + query, {
        method: "POST", body: data, signal: this.asking.signal, headers: { Accept: "application/json" },
      });
      if (answer.status === 404) return; // the house leaves it out, or it has been deleted
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const told = await answer.json();
      this.show(told);
      if (told.fault) this.askAgain();
      else this.rest = REST;
    } catch (error) {
      if (error.name === "AbortError") return;
      this.askAgain();
      this.show({ decision: "allow", fault: "", findings: [] });
      this.bar.fail("the copy cannot be checked just now; you can go on working.");
    }
  }

  /** Look again after a while, and after a longer one each time, also where nobody types. */
  askAgain() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.seen = "";
      this.check();
    }, this.rest);
    this.rest = Math.min(2 * this.rest, LONGEST_REST);
  }

  /** What can be done about a finding. */
  actions(finding, field) {
    const actions = { take: (mend) => this.take(field, mend) };
    if (this.mayDismiss) actions.letStand = (reason) => this.letStand(finding, reason);
    return actions;
  }

  async letStand(finding, reason) {
    const { fingerprint, rule, text } = finding;
    await this.send(addresses.copydeskDismiss, { fingerprint, rule, words: text, reason });
  }

  async send(where, told) {
    this.popover.hide();
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(told)) body.set(name, value);
    let said = "this could not be kept just now.";
    try {
      const answer = await fetch(where + asked(), {
        method: "POST", body, headers: { Accept: "application/json" },
      });
      if (answer.ok && !answer.redirected) said = "";
      else if (answer.headers.get("content-type")?.includes("json")) said = (await answer.json()).detail;
    } catch {
      // told below
    }
    if (said) this.bar.fail(said);
    else {
      this.seen = "";
      await this.check();
    }
  }

  show(answer) {
    this.popover.hide();
    this.mayDismiss = answer.may_dismiss;
    this.says = answer.live_when_saved ? SAYS.live : SAYS.drafts;
    this.located = [];
    const byField = new Map([...this.fields].map((field) => [field, []]));
    for (const finding of answer.findings) {
      const field = fieldOf(form, finding.path);
      if (!field) continue;
      this.located.push([field, finding]);
      byField.set(field, [...(byField.get(field) ?? []), finding]);
    }
    for (const [field, findings] of byField) {
      list(field, findings, (finding) => this.actions(finding, field), this.says);
      this.hideErrors(field, findings);
    }
    this.fields = new Set(byField.keys());
    const tellAgain = ({ fingerprint }) => this.send(addresses.copydeskRestore, { fingerprint });
    this.bar.tell(answer, tellAgain, this.says);
    draw(this.located);
  }

  /** What the server said of a field when it refused: the cards say it now, with their buttons. */
  hideErrors(field, findings) {
    this.ours ??= new Set();
    findings.forEach((finding) => this.ours.add(finding.spoken));
    const box = field.querySelector("[data-field-errors]");
    const lines = [...(box?.querySelectorAll(".error-message") ?? [])];
    for (const line of lines) line.hidden = this.ours.has(line.textContent.trim());
    box?.classList.toggle("copydesk-told", lines.length > 0 && lines.every((line) => line.hidden));
  }

  open(event) {
    const found = event.target.closest?.(".public-DraftEditor-content") && at(event.clientX, event.clientY);
    if (!found) return;
    const [finding, field, box] = found;
    this.popover.show(card(finding, this.actions(finding, field), this.says), box);
  }

  take(field, mend) {
    this.popover.hide();
    if (!write(field, mend.edits)) this.seen = ""; // the words have changed: look again
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), 50);
  }

  /** Take the safe mend of every finding that has one; what overlaps waits for the next round. */
  async takeAll() {
    const byField = new Map();
    for (const [field, finding] of this.located) {
      const mend = finding.mends.find((each) => each.safe);
      const edits = byField.get(field) ?? [];
      if (!mend || mend.edits.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
      byField.set(field, [...edits, ...mend.edits]);
    }
    for (const [field, edits] of byField) {
      if (!write(field, edits)) this.seen = "";
      await settled(); // rich text keeps what it was given only once it has drawn it
    }
    this.soon();
  }
}

if (form && address && asked() !== null) new Desk();
