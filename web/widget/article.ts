// The fields of one form are one article: they are checked together, a moment after the last change.

import type { Decision, Finding, Format, Verdict } from "../shared/wire";
import { fieldOf, type Field } from "./field";

export interface Options {
  url?: string; // of the service
  key?: string; // of the service
  article?: string; // the id of the article, under which is kept what is let stand
  published?: string; // its day, ISO 8601
  section?: string;
  stage?: "draft" | "publish";
  name?: string; // of the field
  kind?: string; // of the field, where its name does not say
  format?: Format; // of a textarea
  delay?: number; // ms after the last change
}

export interface Article {
  id: string;
  fields: Field[];
  decision: Decision | "";
  add(root: HTMLElement, options: Options): Field;
  remove(field: Field): void;
  /** Check after a pause; what is under way is given up. */
  soon(pause?: number): void;
  /** Leave a finding alone: kept with a reason where the article has an id, else for this visit. */
  letStand(field: Field, finding: Finding, reason: string): Promise<void>;
  /** Count a mend as taken; nobody waits for it. */
  countTaken(finding: Finding): void;
  /** Why a rule is there. */
  why(rule: string): Promise<string>;
}

const PATIENCE = 15_000; // ms for an answer

let complained = false; // once in the life of the page

/** What the service refused, as it is thrown; a failure on the way to it has neither. */
interface Refusal {
  status?: number;
  after?: number;
}

/** An article without fields; `told` is called when there is something new to show. */
export function articleOf(options: Options, told: () => void): Article {
  const { url = "", key, article: id = "", published, section, stage, delay = 600 } = options;
  const fields: Field[] = [];
  const passed = new Set<string>();
  const whys: Record<string, Promise<string>> = {};
  let timer: ReturnType<typeof setTimeout>;
  let failures = 0;
  let flight: AbortController | undefined;

  const ask = async (path: string, body?: object, signal?: AbortSignal): Promise<unknown> => {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (body) headers["Content-Type"] = "application/json";
    if (key) headers["Authorization"] = `Bearer ${key}`;
    const limit = AbortSignal.timeout(PATIENCE);
    const response = await fetch(`${url.replace(/\/+$/, "")}/v1/${path}`, {
      method: body ? "POST" : "GET",
      headers,
      body: body && JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    const { status } = response;
    if (!response.ok) {
      const after = Number(response.headers.get("Retry-After"));
      throw Object.assign(new Error(), { status, after });
    }
    return status === 204 || response.json();
  };

  const tell = (sent: { field: Field; text: string }[], verdict?: Verdict): void => {
    article.decision = verdict?.decision ?? "";
    const findings = verdict?.findings.filter((each) => !passed.has(each.fingerprint)) ?? [];
    for (const { field, text } of sent) {
      field.tell(text, findings.filter((each) => each.field === field.name));
    }
    told();
  };

  const check = async (): Promise<void> => {
    const sent = fields.map((field) => ({ field, text: field.source() }));
    const full = sent.filter(({ text }) => text.replace(/<[^>]*>/g, "").trim());
    if (!full.length) return tell(sent);
    const { signal } = (flight = new AbortController());
    const named = full.map(({ field: { name, kind, format }, text }) => ({ name, kind, format, text }));
    const metadata = { id, published, section };
    try {
      const verdict = await ask("check", { fields: named, metadata, stage, remember: false }, signal);
      failures = 0;
      tell(sent, verdict as Verdict);
    } catch (error) {
      if (!signal.aborted) failed(error as Refusal);
    }
  };

  /** The form is never in the way of its editor: say so once, and try again by and by. */
  const failed = ({ status = 0, after = 0 }: Refusal): void => {
    const what = status === 401 ? "refuses the key of this page" : "does not answer";
    const said = `copydesk ${what}. The form works as ever; the copy is not checked.`;
    if (!complained) fields[0]?.layer.say(said);
    complained = true;
    if (status >= 400 && status < 500 && status !== 429) return; // until something changes
    article.soon(Math.max(Math.min(2000 * 2 ** failures++, 60_000), after * 1000));
  };

  const article: Article = {
    id,
    fields,
    decision: "",
    add(root, { name: own = "body", kind, format }) {
      let name = own;
      for (let n = 2; fields.some((field) => field.name === name); n++) name = `${n}/${own}`;
      const field = fieldOf(root, { name, kind, format }, () => article.soon());
      fields.push(field);
      return field;
    },
    remove(field) {
      fields.splice(fields.indexOf(field), 1);
      field.remove();
      article.soon();
    },
    soon(pause = delay) {
      clearTimeout(timer);
      flight?.abort();
      timer = setTimeout(check, pause);
    },
    async letStand(field, finding, reason) {
      const { fingerprint, rule, text } = finding;
      if (reason) {
        await ask("dismissals", { article: id, fingerprint, rule, reason, words: text.slice(0, 200) });
      } else {
        passed.add(fingerprint);
      }
      field.drop(finding);
      told();
    },
    countTaken({ fingerprint, rule }) {
      ask("taken", { article: id, taken: [{ fingerprint, rule }] }).catch(() => 0);
    },
    why: (rule) =>
      (whys[rule] ??= ask(`rules/${rule}`).then(
        (page) => (page as { why: string }).why,
        () => "",
      )),
  };
  return article;
}
