import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";

const editor = new Editor({
  element: document.querySelector("#editor"),
  extensions: [StarterKit],
  content: window.ARTICLE,
  injectCSS: false,
});
window.heldByModel = () => editor.getText();
copydesk.attach(editor, { url: window.SERVICE, name: "body", delay: 50 });
