"use strict";
const all = (what, where = document) => [...where.querySelectorAll(what)];
const at = (id) => document.getElementById(id);
const card = at("card");
const marksOf = new Map();
for (const mark of all("mark")) {
  const f = mark.dataset.f;
  if (marksOf.has(f)) marksOf.get(f).push(mark);
  else marksOf.set(f, [mark]);
}
const wide = matchMedia("(min-width: 78.01rem)");
let pinned = null, leaving = 0;

document.documentElement.classList.add("scripted");
for (const part of all(".scripted-only")) part.hidden = false;

// Margin notes stand beside their marks, pushed down where they would overlap.
function place(piece) {
  const notes = piece.querySelector(".notes"), copy = piece.querySelector(".copy");
  if (!notes || !copy) return;
  notes.classList.toggle("placed", wide.matches);
  notes.style.height = "";
  if (!wide.matches) return;
  const top = notes.getBoundingClientRect().top;
  const found = all(".note:not([hidden])", notes).map((note) => {
    const mark = at("f" + note.dataset.f);
    return [mark ? mark.getBoundingClientRect().top - top - 2 : 0, note];
  }).sort((one, other) => one[0] - other[0]);
  const heights = found.map(([, note]) => note.offsetHeight);
  let free = 0;
  found.forEach(([wished, note], number) => {
    const y = Math.max(free, wished);
    note.style.top = y + "px";
    free = y + heights[number] + 10;
  });
  notes.style.height = free + "px";
}
const near = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) near.delete(target);
    else if (near.add(target)) place(target);
  }
}, { rootMargin: "600px" });
for (const piece of all(".piece")) watcher.observe(piece);
addEventListener("resize", () => { hide(); near.forEach(place); });
document.fonts?.ready.then(() => near.forEach(place));

// The card tells of the mark under the pointer or the focus, and of the marks around it.
const marksAround = (mark) => {
  const found = [];
  for (let m = mark; m; m = m.parentElement?.closest("mark")) {
    if (!m.classList.contains("off")) found.push(m);
  }
  return found;
};
function show(mark) {
  clearTimeout(leaving);
  const marks = marksAround(mark);
  if (!marks.length) return;
  light(marks.map((m) => m.dataset.f));
  card.replaceChildren(...marks.map((m) => {
    const note = at("n" + m.dataset.f), told = document.createElement("div");
    told.className = note.className.replace("lit", "");
    told.append(...[...note.cloneNode(true).childNodes]);
    const why = at("w" + note.dataset.r);
    if (why) {
      const reason = document.createElement("p");
      reason.className = "reason";
      reason.textContent = why.textContent;
      told.append(reason);
    }
    return told;
  }));
  card.hidden = false;
  const box = mark.getClientRects()[0], room = document.documentElement.clientWidth;
  const left = Math.max(16, Math.min(box.left, room - card.offsetWidth - 16));
  const below = box.bottom + card.offsetHeight + 12 < innerHeight || box.top < card.offsetHeight + 12;
  card.style.left = left + scrollX + "px";
  card.style.top = (below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY + "px";
}
function hide() {
  pinned = null;
  card.hidden = true;
  light([]);
}
function light(numbers) {
  for (const lit of all(".lit")) lit.classList.remove("lit");
  for (const number of numbers) {
    for (const m of marksOf.get(number) ?? []) m.classList.add("lit");
    at("n" + number)?.classList.add("lit");
  }
}
const markOf = (event) => event.target.closest?.("mark:not(.off)");
document.addEventListener("mouseover", (event) => {
  if (pinned) return;
  const mark = markOf(event), note = event.target.closest?.(".notes .note");
  if (mark) show(mark);
  else if (note) light([note.dataset.f]);
  else if (event.target.closest?.("#card")) clearTimeout(leaving);
  else {
    clearTimeout(leaving);
    leaving = setTimeout(() => pinned || hide(), 200);
  }
});
document.addEventListener("focusin", (event) => { if (markOf(event)) show(event.target); });
document.addEventListener("focusout", (event) => {
  if (markOf(event) && !pinned && !card.contains(event.relatedTarget)) hide();
});
document.addEventListener("click", (event) => {
  const mark = markOf(event), link = event.target.closest?.("a.place");
  if (mark) { show(mark); pinned = mark; }
  else if (link && link.hash.startsWith("#f")) {
    event.preventDefault();
    go(at(link.hash.slice(1)));
  }
  else if (!event.target.closest?.("#card")) hide();
});
function go(mark) {
  if (!mark) return;
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
  show(mark);
  pinned = mark;
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
  const mark = markOf(event);
  if (event.key === "Escape") hide();
  else if (event.key === "Enter" && mark) { show(mark); pinned = mark; }
  else if (event.key === "n" || event.key === "p") {
    const marks = all("mark[id]:not(.off)");
    const here = marks.indexOf(pinned ?? document.activeElement);
    const step = event.key === "n" ? 1 : -1;
    go(marks[here < 0 ? (step > 0 ? 0 : marks.length - 1) : here + step]);
  }
});

// What is shown: the severities and the rules that are ticked.
const boxes = all("input[data-severity], input[data-r]");
function filter() {
  hide();
  const off = new Set(boxes.filter((box) => !box.checked)
    .map((box) => box.dataset.severity ?? "r" + box.dataset.r));
  let shown = 0;
  for (const piece of all(".piece")) {
    let here = 0;
    for (const note of all(".note", piece)) {
      note.hidden = off.has(note.dataset.severity) || off.has("r" + note.dataset.r);
      if (!note.hidden) here += 1;
      for (const mark of marksOf.get(note.dataset.f) ?? []) {
        mark.classList.toggle("off", note.hidden);
        if (mark.id) mark.tabIndex = note.hidden ? -1 : 0;
      }
    }
    shown += here;
    piece.hidden = off.size > 0 && here === 0;
    const entry = at("i" + piece.id.slice(1));
    entry.hidden = piece.hidden;
    entry.querySelector(".count").textContent = here || "";
  }
  at("shown").textContent = off.size ? `${shown} shown` : "";
  near.forEach(place);
}
for (const box of boxes) box.addEventListener("change", filter);
at("every")?.addEventListener("click", () => {
  const rules = boxes.filter((box) => box.dataset.r);
  const tick = !rules.every((box) => box.checked);
  for (const box of rules) box.checked = tick;
  filter();
});
