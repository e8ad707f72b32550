// The card at a mark, and the count at a field.

import { SEVERITIES, type Fix } from "../shared/wire";
import type { Article } from "./article";
import type { Field, Mark } from "./field";
import { button, element } from "./layer";

/** What an editor sees of the findings of a field. */
export interface Desk {
  field: Field;
  article: Article;
  /** The findings are others. */
  refresh(): void;
  /** The page has scrolled, or the field has another size. */
  move(): void;
  remove(): void;
}

/** How long the pointer rests before a card opens, and is gone before it closes; in ms. */
const REST = 300;

/** Show the findings of a field. */
export function deskOf(article: Article, field: Field): Desk {
  const { root, layer, name } = field;
  let card: HTMLElement | null = null;
  let shown: Mark | null = null;
  let pinned = false;
  let timer: ReturnType<typeof setTimeout>;

  const later = (act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, REST);
  };

  const close = (back?: boolean): void => {
    clearTimeout(timer);
    card?.remove();
    card = shown = null;
    if (back) root.focus({ preventScroll: true });
  };
  const leave = (): void => {
    if (!pinned) later(close);
  };

  const place = (): void => {
    if (!card || !shown) return;
    const { left, top, bottom } = shown.range.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height, style } = card;
    const below = bottom + 8 + height < innerHeight || top < height + 8;
    style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    style.top = `${below ? Math.min(bottom + 6, innerHeight - height - 8) : top - height - 6}px`;
  };

  const open = (mark: Mark | undefined, pin = false, focus = false): void => {
    if (!mark) return;
    close();
    const { finding, range } = mark;
    shown = mark;
    pinned = pin;
    card = element("div", `card ${finding.severity}`);
    card.role = "dialog";
    card.ariaLabel = finding.message;
    card.append(...contents(mark));
    card.onmouseenter = () => clearTimeout(timer);
    card.onmouseleave = leave;
    card.onkeydown = ({ key }) => {
      if (key === "Escape") close(true);
    };
    layer.shadow.append(card);
    if (focus) {
      if (!("value" in root)) range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
      card.querySelector("button")?.focus({ preventScroll: true });
    }
    place();
  };

  const contents = (mark: Mark): HTMLElement[] => {
    const { finding } = mark;
    const why = element("p", "soft");
    article.why(finding.rule).then((said) => {
      why.textContent = said;
      place();
    });
    const mends = element("div");
    for (const fix of finding.fixes) {
      mends.append(
        field.canTake(fix)
          ? button("mend", fix.title, () => take(mark, fix))
          : element("span", "soft", fix.title),
      );
    }
    mends.append(stander(mark, mends));
    return [element("p", "", finding.message), why, mends, steps(mark)];
  };

  const take = async ({ finding }: Mark, fix: Fix): Promise<void> => {
    close(true);
    const done = await field.take(fix);
    if (done) {
      field.drop(finding);
      article.countTaken(finding);
      refresh();
    }
    article.soon(done ? 200 : 0);
  };

  /** The way to leave the words as they are; kept for everybody where the article has an id. */
  const stander = ({ finding }: Mark, row: HTMLElement): HTMLElement => {
    const stand = (reason: string): void => {
      article.letStand(field, finding, reason).then(
        () => close(true),
        () => layer.say("copydesk could not keep it; try again."),
      );
    };
    if (!article.id) return button("bare", "Pass over", () => stand(""));
    return button("bare", "Let stand…", () => {
      const reason = element("input");
      reason.placeholder = reason.ariaLabel = "Why may it stand?";
      reason.maxLength = 1000;
      const keep = (): void => {
        const said = reason.value.trim();
        if (said) stand(said);
      };
      reason.onkeydown = (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        keep();
      };
      row.replaceChildren(reason, button("mend", "Let stand", keep));
      reason.focus();
    });
  };

  const steps = (mark: Mark): HTMLElement => {
    const { marks } = field;
    const at = marks.indexOf(mark);
    const row = element("div", "step");
    const step = (by: number) => () => open(field.marks.at((at + by) % field.marks.length), true, true);
    if (marks.length > 1) {
      row.append(
        button("bare", "‹", step(-1), "The finding before"),
        element("span", "soft", `${at + 1} of ${marks.length}`),
        button("bare", "›", step(1), "The next finding"),
      );
    }
    row.append(button("bare", "×", () => close(true), "Close"));
    return row;
  };

  const count = button("count", "", () => open(field.next(), true, true));
  layer.shadow.append(count);

  const move = (): void => {
    const { left, right, top, bottom, width } = root.getBoundingClientRect();
    const { style, offsetWidth } = count;
    const out = !width || bottom < 0 || top > innerHeight || right < 0 || left > innerWidth;
    style.left = `${right - offsetWidth - 6}px`;
    style.top = `${bottom - 26}px`;
    style.visibility = out ? "hidden" : "visible";
    place();
  };

  const refresh = (): void => {
    const { marks } = field;
    const worst = SEVERITIES.find((each) => marks.some(({ finding }) => finding.severity === each));
    count.hidden = !worst;
    count.className = `count ${worst}`;
    count.textContent = String(marks.length);
    count.ariaLabel = `copydesk: ${marks.length} finding${marks.length === 1 ? "" : "s"} in ${name}`;
    if (shown && !marks.some(({ finding }) => finding === shown!.finding)) close();
    move();
  };

  const listeners: Partial<{ [K in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[K]) => void }> = {
    mousemove({ clientX, clientY, buttons }) {
      if (pinned && card) return;
      const mark = buttons ? undefined : field.at(clientX, clientY);
      if (mark && mark === shown) clearTimeout(timer);
      else if (mark) later(() => open(mark));
      else if (shown) later(close);
      else clearTimeout(timer);
    },
    mouseleave() {
      clearTimeout(timer);
      leave();
    },
    click({ clientX, clientY }) {
      close();
      open(field.at(clientX, clientY), true);
    },
    input: () => close(),
    keydown(event) {
      const { key, altKey } = event;
      const opens = key === "Enter" && altKey && field.marks.length > 0;
      if (!opens && !(key === "Escape" && card)) return;
      event.preventDefault();
      event.stopPropagation();
      if (opens) open(field.next(), true, true);
      else close();
    },
  };
  const listening = new AbortController();
  const { signal } = listening;
  for (const [kind, listener] of Object.entries(listeners)) {
    root.addEventListener(kind, listener as EventListener, { signal, capture: true });
  }

  refresh();
  return {
    field,
    article,
    refresh,
    move,
    remove() {
      listening.abort();
      close();
      count.remove();
      article.remove(field);
    },
  };
}
