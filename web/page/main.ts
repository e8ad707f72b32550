// The copy-desk page.

import { EditorView } from "@codemirror/view";
import type { Related, Verdict } from "../shared/wire";
import type { Actions } from "./card";
import type { Standing } from "./checking";
import { Desk } from "./desk";
import { askDetails, askKey, askReason, showKeys, showRule } from "./dialogs";
import { NoArticle, copyOut, download, isSource, markupOf, read } from "./documents";
import { setArticle, stateOf } from "./editor";
import { counted, element, here, short } from "./elements";
import { FindingList, showStanding } from "./list";
import { close, currentFinding, open, underline } from "./marks";
import { choice, choose, type Draft } from "./memory";
import { countSafe, take, takeAll } from "./mending";
import { Refused } from "./service";
import { place, setFilter, shown } from "./told";
import { Verdicts } from "./verdicts";

const actions: Actions = {
  take(finding, fix) {
    const inList = here("#list").contains(document.activeElement);
    if (!take(view, finding, fix)) {
      announce("The words have changed since; they are checked again");
      desk.checker.soon(0);
      return;
    }
    if (!inList) view.focus();
    desk.taken([finding]);
    announce(`Mended: ${fix.title}. ${counted(shown(view.state).length, "finding")} left`);
    desk.checker.soon(60);
  },
  async letStand(finding) {
    const done = await askReason(finding, (reason, editor) => desk.letStand(finding, reason, editor));
    if (done) announce(`“${short(finding.text, 40)}” may stand`);
  },
  async tellAgain(finding) {
    await refusing(() => desk.tellAgain(finding));
  },
  goTo: (finding) => open(view, finding, actions),
  visit(related: Related) {
    const at = place(view.state, related.utf16);
    if (!at) return;
    view.dispatch({
      selection: { anchor: at.from, head: at.to },
      effects: EditorView.scrollIntoView(at.from, { y: "center" }),
    });
    view.focus();
  },
  showRule: (id) => void showRule(id, desk.service.rule(id)),
  rule: (id) => desk.service.rule(id),
  close: () => void close(view),
};

const desk: Desk = new Desk(() => view, { verdict: tellVerdict, standing: tellStanding });
const list = new FindingList(here<HTMLOListElement>("#list"), actions);
const verdicts = new Verdicts(() => {
  view.dispatch({ effects: setFilter.of(verdicts.filter) });
  redraw();
});
const page = { changed, moved, pasted };
const view: EditorView = new EditorView({
  state: stateOf(desk.draft.text, desk.draft.format, actions, page),
  parent: here("#editor"),
});
let asked = false; // whether the editor is being asked for a key
let notified = 0;

function changed(): void {
  desk.changed();
  refresh();
}

function moved(): void {
  list.point(currentFinding(view.state));
}

/** Put an article on the desk. */
function start(article: Partial<Draft>, note = ""): void {
  const draft = desk.start(article);
  setArticle(view, draft.text, draft.format);
  here<HTMLInputElement>(`input[name=format][value=${draft.format}]`).checked = true;
  notify(note);
  desk.changed(0);
  refresh();
  view.focus();
}

/** An empty desk; what lay there can be had back. */
function clear(): void {
  const before = { ...desk.draft };
  start({});
  if (before.text.trim()) notify("A new article.", "Back to the one before", () => start(before));
}

/** Take what is pasted or dropped where it is more than text; returns whether it was taken. */
function pasted(data: DataTransfer, at: number | null): boolean {
  const [file] = data.files;
  if (file) {
    void openFile(file);
    return true;
  }
  const plain = data.getData("text/plain");
  const markup = markupOf(data);
  const { state } = view;
  const whole = state.doc.length === state.selection.main.to - state.selection.main.from;
  if (whole && (markup || isSource(plain)) && desk.draft.format !== "markdown") {
    start({ text: markup || plain, format: "html" });
    if (markup) notify("Pasted with its markup, as HTML.", "Paste as text instead", () => start({ text: plain }));
    return true;
  }
  if (!markup || desk.draft.format !== "html") {
    // The first text that comes names the article.
    if (whole && plain.trim()) desk.start({ text: plain, format: desk.draft.format });
    return false;
  }
  const { from, to } = at === null ? state.selection.main : { from: at, to: at };
  view.dispatch({
    changes: { from, to, insert: markup },
    selection: { anchor: from + markup.replace(/\r\n?/g, "\n").length },
    userEvent: at === null ? "input.paste" : "input.drop",
    scrollIntoView: true,
  });
  return true;
}

async function openFile(file: File): Promise<void> {
  try {
    const { note, ...article } = await read(file);
    start(article, note);
  } catch (error) {
    if (!(error instanceof NoArticle)) throw error;
    notify(error.message);
  }
}

/** Bring what is beside the article up to date with it. */
function refresh(): void {
  const words = view.state.doc.toString().replace(/<[^>]*>/g, " ").match(/\S+/g)?.length ?? 0;
  here("#words").textContent = counted(words, "word");
  const safe = countSafe(view.state);
  const button = here<HTMLButtonElement>("#take-all");
  button.disabled = safe === 0;
  button.textContent = safe ? `Take ${safe === 1 ? "the safe mend" : `all ${safe} safe mends`}` : "No safe mends";
  list.show(shown(view.state), verdicts.nothing);
  list.point(currentFinding(view.state));
}

function redraw(): void {
  underline(view, actions);
  refresh();
}

function tellVerdict(verdict: Verdict | null): void {
  const before = verdicts.said;
  verdicts.show(verdict);
  view.dispatch({ effects: setFilter.of(verdicts.filter) });
  showStanding(here<HTMLDetailsElement>("#standing"), desk.told.dismissed, actions);
  redraw();
  if (verdicts.said !== before) announce(verdicts.said);
}

function tellStanding(standing: Standing): void {
  const state = here("#state");
  if (standing.what === "idle") state.textContent = verdicts.took;
  else if (standing.what === "checking") state.textContent = "Checking…";
  else if (standing.what === "away") state.textContent = `${standing.detail}; trying again`;
  else state.textContent = standing.detail;
  if (standing.what === "away" && state.dataset.state !== "away") {
    announce(`${state.textContent}. The article is safe here`);
  }
  if (standing.what === "refused") announce(standing.detail);
  state.dataset.state = standing.what;
  if (standing.what === "locked") void unlock(desk.service.key ? standing.detail : "");
}

async function unlock(refused: string): Promise<void> {
  if (asked) return;
  asked = true;
  const key = await askKey(refused);
  asked = false;
  if (!key) return;
  desk.service.key = key;
  desk.checker.soon(0);
}

async function refusing(what: () => Promise<void>): Promise<void> {
  try {
    await what();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    notify(error.message);
  }
}

/** Say something above the article, with something to be done about it. */
function notify(said: string, offer = "", accept?: () => void): void {
  const notice = here("#notice");
  clearTimeout(notified);
  notice.hidden = !said;
  notice.replaceChildren(
    element("span", {}, said),
    offer && element("button", { type: "button", class: "link", onclick: () => accept?.() }, offer),
    element("button", { type: "button", class: "shut", "aria-label": "Close", onclick: () => notify("") }, "×"),
  );
  if (said) announce(said);
  if (said && !offer) notified = window.setTimeout(() => notify(""), 12_000);
}

function announce(said: string): void {
  here("#live").textContent = said;
}

function takeEverything(): void {
  const mended = takeAll(view);
  if (!mended.length) return;
  desk.taken(mended);
  announce(`${counted(mended.length, "mend")} taken; one undo takes them back`);
  desk.checker.soon(60);
  refresh();
}

function setTheme(theme: string): void {
  const names: Record<string, string> = { "": "as the system", light: "light", dark: "dark" };
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  here("#theme span").textContent = `Colours: ${names[theme]}`;
  here("#theme").title = `Colours: ${names[theme]}`;
}

function wire(): void {
  const clicked = (id: string, what: () => void): void =>
    here(id).addEventListener("click", () => what());
  clicked("#new", clear);
  clicked("#open", () => here("#file").click());
  clicked("#take-all", takeEverything);
  clicked("#copy", () =>
    notify(copyOut(desk.text, desk.draft.format) ? "Copied." : "The browser does not let the page copy."));
  clicked("#download", () => download(desk.text, desk.draft.format, desk.draft.file));
  clicked("#keys", () => void showKeys());
  clicked("#details", async () => {
    const draft = await askDetails(desk.draft);
    if (draft) desk.draft = draft;
    if (draft) desk.changed(0);
  });
  clicked("#theme", () => {
    const order = ["", "light", "dark"];
    const theme = order[(order.indexOf(choice("theme")) + 1) % order.length]!;
    choose("theme", theme);
    setTheme(theme);
  });
  here("#formats").addEventListener("change", (event) =>
    desk.setFormat((event.target as HTMLInputElement).value as Draft["format"]));
  here<HTMLInputElement>("#file").addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void openFile(file);
    input.value = "";
  });
  wireKeys();
  wireDropping();
}

function wireKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "F6") {
      event.preventDefault();
      if (view.dom.contains(document.activeElement)) list.focus() || here("#take-all").focus();
      else view.focus();
    } else if (event.key === "Enter" && event.altKey && event.shiftKey) {
      event.preventDefault();
      takeEverything();
    }
  }, { capture: true });
}

function wireDropping(): void {
  const sheet = here(".sheet");
  const over = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  for (const kind of ["dragenter", "dragover"] as const) {
    document.addEventListener(kind, (event) => {
      if (!over(event)) return;
      event.preventDefault(); // or the browser would leave the page for the file
      sheet.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"] as const) {
    document.addEventListener(kind, (event) => {
      if (kind === "drop" || event.relatedTarget === null) sheet.classList.remove("over");
      if (kind !== "drop" || event.defaultPrevented || !over(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer!.files;
      if (file) void openFile(file);
    });
  }
}

setTheme(choice("theme"));
here<HTMLInputElement>(`input[name=format][value=${desk.draft.format}]`).checked = true;
wire();
refresh();
if (desk.draft.text) desk.checker.soon(0);
view.focus();

