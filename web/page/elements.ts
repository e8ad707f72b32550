// Making and finding elements.

type Child = Node | string | null | undefined | false;
type Props = Record<string, string | boolean | EventListener | undefined>;

/** An element with attributes, listeners (`onclick: f`) and children; empty children are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** One of the page's own pictures. */
export function icon(name: string): SVGElement {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("aria-hidden", "true");
  made.setAttribute("class", `icon ${name}`);
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  made.append(use);
  return made;
}

/** The element of the page that a selector names; the page is wrong without it. */
export function here<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** “1 finding”, “2 findings”. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}

/** Words on one line, of a bearable length. */
export function short(text: string, most = 80): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const signs = [...line];
  return signs.length > most ? `${signs.slice(0, most - 1).join("")}…` : line;
}
