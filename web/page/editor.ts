// The editor of the page.

import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  dropCursor,
  highlightSpecialChars,
  keymap,
  placeholder,
  tooltips,
} from "@codemirror/view";
import type { Format } from "../shared/wire";
import { flashes } from "./flash";
import { format, markup } from "./markup";
import { marks } from "./marks";
import type { Actions } from "./card";

const formats = new Compartment();

/** What the editor tells the page. */
export interface Listening {
  changed(): void;
  moved(): void;
  pasted(data: DataTransfer, at: number | null): boolean;
}

/** The state of an editor that holds an article, with nothing to undo. */
export function stateOf(text: string, kind: Format, actions: Actions, page: Listening): EditorState {
  return EditorState.create({ doc: text, extensions: extensions(kind, actions, page) });
}

/** Read the article in another format from now on. */
export function setFormat(view: EditorView, kind: Format): void {
  view.dispatch({ effects: formats.reconfigure(format.of(kind)) });
}

/** Put another article in the editor; an undo brings the text before it back. */
export function setArticle(view: EditorView, text: string, kind: Format): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: view.state.toText(text) },
    selection: { anchor: 0 },
    effects: [formats.reconfigure(format.of(kind)), EditorView.scrollIntoView(0)],
    annotations: isolateHistory.of("full"),
  });
}

function extensions(kind: Format, actions: Actions, page: Listening): Extension {
  const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
  return [
    EditorView.cspNonce.of(nonce),
    formats.of(format.of(kind)),
    marks(actions),
    markup,
    flashes,
    history(),
    drawSelection(),
    dropCursor(),
    highlightSpecialChars(),
    search({ top: true }),
    EditorView.lineWrapping,
    tooltips({ position: "fixed", tooltipSpace: (view) => spaceOf(view) }),
    placeholder("Paste or drop an article, or type: the headline first, then the copy."),
    EditorView.contentAttributes.of({
      "aria-label": "Article",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "sentences",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) page.changed();
      if (update.selectionSet || update.docChanged) page.moved();
    }),
    EditorView.domEventHandlers({
      paste(event) {
        return event.clipboardData !== null && page.pasted(event.clipboardData, null);
      },
      drop(event, view) {
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        return event.dataTransfer !== null && page.pasted(event.dataTransfer, at ?? 0);
      },
    }),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}

/** Cards stay within the article, so that the list is never covered. */
function spaceOf(view: EditorView): { top: number; left: number; bottom: number; right: number } {
  const { left, right } = view.dom.getBoundingClientRect();
  return { top: 8, left: left + 8, right: right - 8, bottom: window.innerHeight - 8 };
}
