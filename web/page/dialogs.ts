// The dialogs of the page. Each is opened, answered or left, and focus goes back by itself.

import type { Finding } from "../shared/wire";
import { element, here, short } from "./elements";
import { choice, choose, type Draft } from "./memory";
import { Refused, type Rule } from "./service";

/** Show a dialog until it is left; `answer` may refuse with words that are shown in it. */
function ask(dialog: HTMLDialogElement, answer?: (form: FormData) => Promise<void> | void): Promise<boolean> {
  const form = dialog.querySelector("form");
  const wrong = dialog.querySelector(".wrong");
  if (wrong) wrong.textContent = "";
  return new Promise((resolve) => {
    const listening = new AbortController();
    const { signal } = listening;
    let done = false;
    for (const button of dialog.querySelectorAll("button[value=cancel]")) {
      button.addEventListener("click", () => dialog.close(), { signal });
    }
    form?.addEventListener(
      "submit",
      async (event) => {
        event.preventDefault();
        try {
          await answer?.(new FormData(form));
          done = true;
          dialog.close();
        } catch (error) {
          if (!(error instanceof Refused) || !wrong) throw error;
          wrong.textContent = error.message;
        }
      },
      { signal },
    );
    dialog.addEventListener(
      "close",
      () => {
        listening.abort();
        resolve(done);
      },
      { signal },
    );
    dialog.showModal();
  });
}

function input(dialog: HTMLElement, name: string): HTMLInputElement {
  return here<HTMLInputElement>(`input[name=${name}]`, dialog);
}

/** Ask why a finding may stand; `keep` keeps it, or refuses. */
export function askReason(
  finding: Finding,
  keep: (reason: string, editor: string) => Promise<void>,
): Promise<boolean> {
  const dialog = here<HTMLDialogElement>("#stand-dialog");
  here(".said", dialog).replaceChildren(
    element("b", {}, short(finding.text, 90)),
    " ",
    finding.message,
  );
  input(dialog, "reason").value = "";
  input(dialog, "editor").value = choice("editor");
  return ask(dialog, async (form) => {
    const reason = String(form.get("reason")).trim();
    const editor = String(form.get("editor")).trim();
    choose("editor", editor);
    await keep(reason, editor);
  });
}

/** Ask for what is known of the article. */
export async function askDetails(draft: Draft): Promise<Draft | null> {
  const dialog = here<HTMLDialogElement>("#details-dialog");
  const names = ["id", "published", "section"] as const;
  for (const name of names) input(dialog, name).value = draft[name];
  const changed = { ...draft };
  const done = await ask(dialog, (form) => {
    for (const name of names) changed[name] = String(form.get(name)).trim();
  });
  return done ? changed : null;
}

/** Ask for the key of the service; `refused` says what was wrong with the last one. */
export async function askKey(refused: string): Promise<string | null> {
  const dialog = here<HTMLDialogElement>("#key-dialog");
  if (dialog.open) return null;
  let key = "";
  const answered = ask(dialog, (form) => {
    key = String(form.get("key")).trim();
    choose("key", key, form.has("keep"));
  });
  here(".wrong", dialog).textContent = refused;
  return (await answered) ? key : null;
}

/** Show the page of a rule. */
export async function showRule(id: string, asked: Promise<Rule>): Promise<void> {
  const dialog = here<HTMLDialogElement>("#rule-dialog");
  const page = here(".page", dialog);
  here("h2", dialog).textContent = id;
  try {
    const rule = await asked;
    here("h2", dialog).textContent = rule.title;
    page.replaceChildren(
      element("p", { class: "hint" }, `${rule.id} · ${rule.severity}`),
      ...rule.why.trim().split(/\n\s*\n/).map((part) => element("p", {}, part)),
      rule.examples.length ? element("h3", {}, "Examples") : null!,
      element("ul", { class: "examples" }, ...rule.examples.slice(0, 8).map(example)),
      rule.source ? element("p", { class: "hint" }, `Source: ${rule.source}`) : null!,
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    page.replaceChildren(element("p", {}, error.message));
  }
  await ask(dialog);
}

function example(each: Rule["examples"][number]): HTMLElement {
  if (each.ok !== undefined) return element("li", { class: "good" }, each.ok);
  const item = element("li", { class: "bad" }, each.bad ?? "");
  if (each.good !== undefined) item.append(element("div", { class: "good" }, each.good));
  return item;
}

/** Show the keys of the page. */
export async function showKeys(): Promise<void> {
  await ask(here<HTMLDialogElement>("#keys-dialog"));
}
