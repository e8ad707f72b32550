// The words of a textarea, laid out once more over it: browsers cannot mark inside the real one.

import { element } from "./layer";

export type Box = HTMLTextAreaElement | HTMLInputElement;

export interface Mirror {
  text: Text;
  /** Take the words and the looks of the field, and its place on the screen. */
  follow(): void;
  /** Follow the field when the page or the field scrolls. */
  move(): void;
  remove(): void;
}

const LOOKS =
  "direction font-family font-size font-style font-weight letter-spacing " +
  "line-height overflow-wrap padding tab-size text-align text-indent text-transform word-spacing";

/** The mirror of a field. */
export function mirrorOf(field: Box, layer: ParentNode): Mirror {
  const text = new Text();
  const inner = element("div");
  const outer = element("div", "mirror");
  outer.ariaHidden = "true";
  inner.append(text);
  outer.append(inner);
  layer.append(outer);

  const move = (): void => {
    const { clientLeft, clientTop, clientWidth, clientHeight, scrollLeft, scrollTop } = field;
    const { left, top } = field.getBoundingClientRect();
    const box = {
      left: left + clientLeft,
      top: top + clientTop,
      width: clientWidth,
      height: clientHeight,
    };
    for (const [name, value] of Object.entries(box)) outer.style.setProperty(name, `${value}px`);
    outer.style.clipPath = clip(field, box);
    inner.style.width = `${clientWidth}px`;
    inner.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
  };

  return {
    text,
    move,
    follow() {
      const looks = getComputedStyle(field);
      if (text.data !== field.value) text.data = field.value;
      for (const name of LOOKS.split(" ")) inner.style.setProperty(name, looks.getPropertyValue(name));
      inner.style.whiteSpace = field.tagName === "INPUT" ? "pre" : "pre-wrap";
      move();
    },
    remove: () => outer.remove(),
  };
}

/** What of the field is not scrolled out of the elements around it. */
function clip(field: Box, { left, top, width, height }: Record<"left" | "top" | "width" | "height", number>): string {
  let cut = [0, 0, 0, 0];
  for (let around = field.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflow === "visible") continue;
    const edge = around.getBoundingClientRect();
    const over = [edge.top - top, left + width - edge.right, top + height - edge.bottom, edge.left - left];
    cut = cut.map((side, at) => Math.max(side, over[at]!));
  }
  return `inset(${cut.join("px ")}px)`;
}
