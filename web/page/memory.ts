// What the page remembers: the article as long as the tab lives, choices as long as the browser.
// Where the browser keeps nothing (private windows, policies) the page works all the same.

import type { Format } from "../shared/wire";

/** An article as the page holds it. */
export interface Draft {
  text: string;
  format: Format;
  id: string; // made by the page, or the one of the system it comes from
  published: string;
  section: string;
  file: string; // the name it was opened by
  crlf: boolean; // whether its lines ended so
}

export const EMPTY: Draft = {
  text: "",
  format: "text",
  id: "",
  published: "",
  section: "",
  file: "",
  crlf: false,
};

const DRAFT = "copydesk.draft";

export function savedDraft(): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(sessionStorage.getItem(DRAFT) ?? "{}") as Partial<Draft>) };
  } catch {
    return { ...EMPTY };
  }
}

export function saveDraft(draft: Draft): void {
  quietly(() => sessionStorage.setItem(DRAFT, JSON.stringify(draft)));
}

export type Choice = "theme" | "editor" | "key";

/** A choice that was made in this tab, or in this browser. */
export function choice(name: Choice): string {
  const kept = quietly(
    () => sessionStorage.getItem(`copydesk.${name}`) ?? localStorage.getItem(`copydesk.${name}`),
  );
  return kept ?? "";
}

/** Keep a choice; `lasting` ones outlive the tab. */
export function choose(name: Choice, value: string, lasting = true): void {
  quietly(() => {
    localStorage.removeItem(`copydesk.${name}`);
    sessionStorage.removeItem(`copydesk.${name}`);
    if (value) (lasting ? localStorage : sessionStorage).setItem(`copydesk.${name}`, value);
  });
}

function quietly<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
