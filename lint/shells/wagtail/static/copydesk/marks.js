// Underlines in rich text, drawn by the browser beside the document: nothing in it is touched.

import { rangeOf } from "./places.js";

const SEVERITIES = ["suggestion", "warning", "error"]; // later ones are drawn above
const drawn = []; // pairs of range and finding

/** Whether this browser can draw beside the document. */
export const canDraw = typeof CSS !== "undefined" && "highlights" in CSS;

/** Draw the marks of all findings that stand in rich text; `located` are [field, finding]. */
export function draw(located) {
  drawn.length = 0;
  if (!canDraw) return;
  const marks = Object.fromEntries(SEVERITIES.map((severity) => [severity, new Highlight()]));
  for (const [field, finding] of located) {
    if (!finding.place?.block) continue;
    const range = rangeOf(field, finding.place);
    if (range) {
      marks[finding.severity]?.add(range);
      drawn.push([range, finding, field]);
    }
  }
  SEVERITIES.forEach((severity, number) => {
    marks[severity].priority = number;
    CSS.highlights.set(`copydesk-${severity}`, marks[severity]);
  });
}

/** The finding whose words lie at a point of the page: [finding, field, its box], or null. */
export function at(x, y) {
  for (const [range, finding, field] of drawn) {
    for (const box of range.getClientRects()) {
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) {
        return [finding, field, box];
      }
    }
  }
  return null;
}
