// What lies over the page: one layer for it, and one for each dialog that holds fields.

import layerCss from "./layer.css";
import marksCss from "./marks.css";

export interface Layer {
  shadow: ShadowRoot;
  say(words: string): void;
}

const layers = new WeakMap<Element, Layer>();

// As sheets, not written into the page, so that a strict policy lets them in.
const sheetOf = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};
const marks = sheetOf(marksCss);
const looks = sheetOf(layerCss);

/** Let marks be seen in a document or a shadow. */
export function showMarks(root: Document | ShadowRoot): void {
  const sheets = root.adoptedStyleSheets;
  if (!sheets.includes(marks)) sheets.push(marks);
}

/** The layer for an element; inside its dialog, as nothing outside can be reached from there. */
export function layerOf(element: Element): Layer {
  const around = element.closest("dialog") ?? document.body;
  let layer = layers.get(around);
  if (!layer) layers.set(around, (layer = makeLayer(around)));
  return layer;
}

function makeLayer(around: Element): Layer {
  const host = document.createElement("copydesk-layer");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [marks, looks];
  const said = element("p", "said");
  said.role = "status";
  shadow.append(said);
  around.append(host);
  host.popover = "manual"; // above whatever the page puts on top
  host.showPopover?.();
  return {
    shadow,
    say(words) {
      said.textContent = words;
      setTimeout(() => (said.textContent = ""), 10_000);
    },
  };
}

/** An element with a class and words. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name = "",
  words = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = words;
  return made;
}

/** A button that does something; `label` says what, where its words do not. */
export function button(name: string, words: string, act: () => void, label = words): HTMLButtonElement {
  const made = element("button", name, words);
  made.type = "button";
  made.ariaLabel = label;
  made.onclick = act;
  return made;
}
