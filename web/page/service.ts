// Asks the service that served the page; nothing else is ever asked.

import type { Format, Verdict } from "../shared/wire";

/** What the service will not do, in its own words. Status 0: it does not answer. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly retryAfter = 0,
  ) {
    super(detail);
  }
}

/** An article to be checked. */
export interface Article {
  text: string;
  format: Format;
  id: string;
  published: string;
  section: string;
}

/** A rule, as `GET /v1/rules/{id}` tells it. */
export interface Rule {
  id: string;
  title: string;
  severity: string;
  why: string;
  source: string;
  examples: { bad?: string; finds?: string; good?: string; ok?: string }[];
}

const TIME_LIMIT = 30_000; // ms

export class Service {
  private rules = new Map<string, Promise<Rule>>();

  constructor(
    private readonly base: string,
    public key = "",
  ) {}

  async check(article: Article, signal: AbortSignal): Promise<Verdict> {
    const { text, format, ...metadata } = article;
    if (!metadata.published) delete (metadata as Partial<Article>).published;
    const fields = [{ name: "article", format, text }];
    const body = { fields, metadata, stage: "publish", remember: false };
    return this.ask<Verdict>("POST", "v1/check", body, signal);
  }

  /** A rule; asked for once. */
  rule(id: string): Promise<Rule> {
    let asked = this.rules.get(id);
    if (!asked) {
      asked = this.ask<Rule>("GET", `v1/rules/${id.split("/").map(encodeURIComponent).join("/")}`);
      this.rules.set(id, asked);
      asked.catch(() => this.rules.delete(id));
    }
    return asked;
  }

  /** The stylebook has changed: rules are asked for anew. */
  forget(): void {
    this.rules.clear();
  }

  dismiss(body: {
    article: string;
    fingerprint: string;
    rule: string;
    reason: string;
    editor: string;
    words: string;
  }): Promise<unknown> {
    return this.ask("POST", "v1/dismissals", body);
  }

  restore(article: string, fingerprint: string): Promise<unknown> {
    const query = new URLSearchParams({ article, fingerprint });
    return this.ask("DELETE", `v1/dismissals?${query}`);
  }

  /** Count mends as taken; nobody waits for it, and nothing depends on it. */
  taken(article: string, taken: { fingerprint: string; rule: string }[]): void {
    for (let at = 0; at < taken.length; at += 1000) {
      const part = taken.slice(at, at + 1000).map(({ fingerprint, rule }) => ({ fingerprint, rule }));
      this.ask("POST", "v1/taken", { article, taken: part }).catch(() => undefined);
    }
  }

  private async ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (body) headers["Content-Type"] = "application/json";
    if (this.key) headers["Authorization"] = `Bearer ${this.key}`;
    const limit = AbortSignal.timeout(TIME_LIMIT);
    let response: Response;
    try {
      response = await fetch(this.base + path, {
        method,
        headers,
        body: body ? JSON.stringify(body) : undefined,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        credentials: "same-origin",
        redirect: "error",
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Refused(0, "The service does not answer");
    }
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
    throw await refusal(response);
  }
}

async function refusal(response: Response): Promise<Refused> {
  let detail = `The service answered ${response.status}`;
  try {
    const problem = (await response.json()) as { detail?: string };
    if (problem.detail) detail = problem.detail[0]!.toUpperCase() + problem.detail.slice(1);
  } catch {
    // No problem in JSON: something between here and the service answered.
  }
  return new Refused(response.status, detail, Number(response.headers.get("Retry-After")) || 0);
}
