// Writes into a field as if somebody typed, so that the editor's own model and undo know of it.

/** Replace what a range, or a stretch of a textarea, holds. */
export async function typeInto(
  field: HTMLElement,
  at: Range | { start: number; end: number },
  text: string,
): Promise<void> {
  field.focus({ preventScroll: true });
  if (at instanceof Range) {
    const chosen = field.ownerDocument.getSelection()!;
    chosen.setBaseAndExtent(at.startContainer, at.startOffset, at.endContainer, at.endOffset);
  } else {
    (field as HTMLTextAreaElement).setSelectionRange(at.start, at.end);
  }
  await heard();
  if (field.querySelector("[data-contents]")) {
    // Draft.js takes typing over a selection from the keyboard only, but any paste.
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const paste = { clipboardData, bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent("paste", paste));
  } else if (text) {
    document.execCommand("insertText", false, text);
  } else {
    document.execCommand("delete");
  }
  await heard();
}

/** Until editors have heard of a new selection, or of new words. */
function heard(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}
