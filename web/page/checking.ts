// When to ask: a moment after the last change, one request at a time, again after a failure.

import { Refused } from "./service";

export type Standing =
  | { what: "idle" }
  | { what: "checking" }
  | { what: "away"; detail: string } // asked again by itself
  | { what: "refused"; detail: string } // asked again after a change
  | { what: "locked"; detail: string }; // a key is needed

const PAUSE = 350; // ms after the last change
const LONGEST = 30_000; // ms between tries

export class Checker {
  private timer = 0;
  private flight: AbortController | null = null;
  private failures = 0;

  /** `check` does the work; it may throw {@link Refused}. */
  constructor(
    private readonly check: (signal: AbortSignal) => Promise<void>,
    private readonly report: (standing: Standing) => void,
  ) {}

  /** Check after a pause; what is under way is given up. */
  soon(pause = PAUSE): void {
    clearTimeout(this.timer);
    this.flight?.abort();
    this.timer = window.setTimeout(() => void this.run(), pause);
  }

  private async run(): Promise<void> {
    const flight = (this.flight = new AbortController());
    if (!this.failures) this.report({ what: "checking" });
    try {
      await this.check(flight.signal);
      this.failures = 0;
      this.report({ what: "idle" });
    } catch (error) {
      if (flight.signal.aborted) return;
      if (!(error instanceof Refused)) throw error;
      this.failed(error);
    }
  }

  private failed({ status, message, retryAfter }: Refused): void {
    if (status === 401) {
      this.report({ what: "locked", detail: message });
    } else if (status === 0 || status === 429 || status >= 500) {
      this.failures += 1;
      const wait = Math.max(retryAfter * 1000, Math.min(1000 * 2 ** (this.failures - 1), LONGEST));
      this.report({ what: "away", detail: message });
      this.soon(wait);
    } else {
      this.report({ what: "refused", detail: message });
    }
  }
}
