// The article on the desk: its text, what is known of it, and what is done with it.

import type { EditorView } from "@codemirror/view";
import type { Finding, Format, Verdict } from "../shared/wire";
import { Checker, type Standing } from "./checking";
import { EMPTY, choice, saveDraft, savedDraft, type Draft } from "./memory";
import { setFormat } from "./editor";
import { Service } from "./service";
import { dropTold, setTold, told } from "./told";

/** What the desk tells the page. */
export interface Telling {
  verdict(verdict: Verdict | null): void;
  standing(standing: Standing): void;
}

export class Desk {
  readonly service = new Service(new URL(".", document.baseURI).href, choice("key"));
  readonly checker: Checker;
  draft: Draft = savedDraft();
  private book = "";

  constructor(
    private readonly view: () => EditorView,
    private readonly telling: Telling,
  ) {
    this.checker = new Checker((signal) => this.check(signal), telling.standing);
  }

  /** The article as it leaves: with the line ends it came with. */
  get text(): string {
    const text = this.view().state.doc.toString();
    return this.draft.crlf ? text.replace(/\n/g, "\r\n") : text;
  }

  /** Put an article on the desk in place of the one that lies there. */
  start(article: Partial<Draft>): Draft {
    this.draft = { ...EMPTY, ...article };
    this.draft.crlf = /\r\n/.test(this.draft.text) && !/[^\r]\n/.test(this.draft.text);
    if (!this.draft.id && this.draft.text.trim()) this.draft.id = idOf(this.draft.text);
    return this.draft;
  }

  /** Somebody has changed the article. */
  changed(pause?: number): void {
    this.draft.text = this.text;
    saveDraft(this.draft);
    this.checker.soon(pause);
  }

  setFormat(format: Format): void {
    this.draft.format = format;
    setFormat(this.view(), format);
    this.changed(0);
  }

  /** Keep that a finding may stand, for every editor. @throws Refused */
  async letStand(finding: Finding, reason: string, editor: string): Promise<void> {
    this.draft.id ||= idOf(this.draft.text);
    const { rule, fingerprint } = finding;
    const words = finding.text.slice(0, 200);
    await this.service.dismiss({ article: this.draft.id, fingerprint, rule, reason, editor, words });
    this.view().dispatch({ effects: dropTold.of([finding]) });
    this.changed(0);
  }

  /** Tell a finding again that was let stand. @throws Refused */
  async tellAgain(finding: Finding): Promise<void> {
    await this.service.restore(this.draft.id, finding.fingerprint);
    this.changed(0);
  }

  /** Count mends as taken. */
  taken(findings: Finding[]): void {
    this.service.taken(this.draft.id, findings);
  }

  private async check(signal: AbortSignal): Promise<void> {
    const { doc } = this.view().state;
    const text = doc.toString();
    if (!text.trim()) {
      this.tell([], [], null);
      return;
    }
    const { format, id, published, section } = this.draft;
    const verdict = await this.service.check({ text, format, id, published, section }, signal);
    if (signal.aborted || this.view().state.doc !== doc) return; // another check is on its way
    if (verdict.stylebook.digest !== this.book) this.service.forget();
    this.book = verdict.stylebook.digest;
    this.tell(verdict.findings, verdict.dismissed, verdict);
  }

  private tell(findings: Finding[], dismissed: Finding[], verdict: Verdict | null): void {
    this.view().dispatch({ effects: setTold.of({ findings, dismissed }) });
    this.telling.verdict(verdict);
  }

  /** What is told now. */
  get told(): { findings: readonly Finding[]; dismissed: readonly Finding[] } {
    return this.view().state.field(told);
  }
}

/**
 * An id for an article that came without one, from its first line: the same article pasted by
 * another editor has the same id, so what was let stand in it stays away there too. (FNV-1a.)
 */
function idOf(text: string): string {
  const line = text.trim().split("\n", 1)[0]!.trim();
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(line)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `page/${hash.toString(16).padStart(16, "0")}`;
}
