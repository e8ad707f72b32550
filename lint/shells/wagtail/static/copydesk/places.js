// Where a finding stands on the editor's page, and how its words are replaced there.

/** The field of a finding: its path leads through the page’s own marks of place. */
export function fieldOf(form, path) {
  let here = form;
  for (const step of path) {
    here = here && step ? within(here, step) : null;
  }
  if (!here) return null;
  return here.matches("[data-field]") ? here : here.querySelector("[data-field]");
}

/** The place of one step, right below another; not one of the same name that lies deeper. */
function within(place, step) {
  if (step.startsWith("#")) return place.querySelector(`#${CSS.escape(step.slice(1))}`); // a child of a panel
  const marked = [...place.querySelectorAll(`[data-contentpath="${CSS.escape(step)}"]`)];
  const above = (each) => each.parentElement.closest("[data-contentpath], [data-inline-panel-child]");
  return marked.find((each) => above(each) === place || !place.contains(above(each))) ?? marked[0];
}

/** The plain input of a field, if it has one. */
const inputOf = (field) =>
  field.querySelector("[data-field-input] textarea, [data-field-input] input[type=text]");

/** The rich text of a field, if it has one: what Wagtail’s editor hangs on its hidden input. */
const editorOf = (field) =>
  [...field.querySelectorAll("[data-field-input] input")].find((input) => input.draftailEditor)
    ?.draftailEditor;

/** Where `words` begin in a text, at or nearest to where they stood; -1 if they are gone. */
function nearest(text, words, at) {
  if (text.startsWith(words, at)) return at;
  const before = text.lastIndexOf(words, at);
  const after = text.indexOf(words, at);
  if (before < 0 || after < 0) return Math.max(before, after);
  return at - before <= after - at ? before : after;
}

/** The range of a place of rich text in the page; null when its words are not there. */
export function rangeOf(field, place) {
  const key = CSS.escape(place.block);
  const block = field.querySelector(`[data-block="true"][data-offset-key^="${key}-"]`);
  if (!block || !place.text) return null;
  const nodes = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    nodes.push([walker.currentNode, text.length]);
    text += walker.currentNode.data;
  }
  const start = nearest(text, place.text, place.start);
  if (start < 0) return null;
  const range = document.createRange();
  const inNode = (at, end) =>
    nodes.find(([node, from]) => at >= from && (end ? at <= from + node.length : at < from + node.length));
  const head = inNode(start, false);
  const tail = inNode(start + place.text.length, true);
  if (!head || !tail) return null;
  range.setStart(head[0], start - head[1]);
  range.setEnd(tail[0], start + place.text.length - tail[1]);
  return range;
}

/** Make the edits of one mend in a field; false when the words are not what they were. */
export function write(field, edits) {
  const editor = editorOf(field);
  // From the end backwards, so that places before an edit stay what they were.
  const backwards = [...edits].sort((one, other) => other.start - one.start);
  return editor ? writeRich(editor, backwards) : writePlain(inputOf(field), backwards);
}

function writePlain(input, edits) {
  if (!input) return false;
  const places = edits.map((edit) => nearest(input.value, edit.text, edit.start));
  if (places.some((at) => at < 0)) return false;
  input.focus();
  edits.forEach((edit, number) => {
    const at = places[number];
    input.setSelectionRange(at, at + edit.text.length);
    // As if typed, so that Ctrl-Z takes it back.
    const typed = edit.write
      ? document.execCommand("insertText", false, edit.write)
      : document.execCommand("delete");
    if (!typed) {
      input.setRangeText(edit.write, at, at + edit.text.length, "end");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function writeRich(editor, edits) {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const state = editor.getEditorState();
  let content = state.getCurrentContent();
  for (const edit of edits) {
    const block = content.getBlockForKey(edit.block);
    const start = block ? nearest(block.getText(), edit.text, edit.start) : -1;
    if (start < 0) return false;
    const [from, to, words] = changed(edit.text, edit.write);
    const selection = SelectionState.createEmpty(edit.block).merge({
      anchorOffset: start + from,
      focusOffset: start + to,
    });
    const like = Math.max(from < to ? start + from : start + from - 1, 0);
    // Draft.js would put what replaces nothing at the cursor.
    const put = from < to ? Modifier.replaceText : Modifier.insertText;
    content = put(content, selection, words, block.getInlineStyleAt(like), block.getEntityAt(like));
  }
  editor.onChange(EditorState.push(state, content, "insert-characters"));
  return true;
}

/** What differs between two texts, so that bold and links around it stay as they are. */
function changed(before, after) {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - from;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [from, before.length - tail, after.slice(from, after.length - tail)];
}
