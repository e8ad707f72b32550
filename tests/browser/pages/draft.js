import { ContentState, Editor, EditorState, convertFromHTML } from "draft-js";
import React from "react";
import { createRoot } from "react-dom/client";

const { contentBlocks, entityMap } = convertFromHTML(window.ARTICLE);
const start = ContentState.createFromBlockArray(contentBlocks, entityMap);

function Form() {
  const [state, setState] = React.useState(EditorState.createWithContent(start));
  window.heldByModel = () => state.getCurrentContent().getPlainText();
  return React.createElement(Editor, { editorState: state, onChange: setState });
}

createRoot(document.querySelector("#editor")).render(React.createElement(Form));
const waiting = setInterval(() => {
  if (!document.querySelector("[data-contents]")) return;
  clearInterval(waiting);
  copydesk.attach("#editor", { url: window.SERVICE, name: "body", delay: 50 });
}, 20);
