/* The words of the story that a comment is about: as they were selected, and found again. */

import { rangeInField, rangeOfWords, wordsBetween } from "articles/desk/places"

const LONGEST = 500
const FIELDS = ["headline", "lede", "lead_caption"]
const form = document.getElementById("article_form")
let editor = null

form.addEventListener("prose-editor:ready", ({ detail }) => {
  if (detail.textarea.name === "body") editor = detail.editor
})

/** A button that is there while words of the story are selected, and what is done with them. */
export function offerSelection(button, speakOf) {
  let words = ""
  document.addEventListener("selectionchange", () => {
    const selected = selectedWords()
    if (selected === null) return // elsewhere on the page: what was selected in the story stays offered
    words = selected.slice(0, LONGEST)
    button.hidden = !words
  })
  button.addEventListener("click", () => speakOf(words))
  // On a phone this leads there from the bar at the foot of the screen.
  document.querySelector(".to-talk")?.addEventListener("click", () => speakOf(words))
}

/** What is selected in the story now; null when the selection is elsewhere. */
function selectedWords() {
  const field = document.activeElement
  if (field?.form === form && FIELDS.includes(field.name)) {
    return field.value.slice(field.selectionStart, field.selectionEnd).trim()
  }
  if (!editor) return null
  const { anchorNode, focusNode } = document.getSelection()
  const dom = editor.view.dom
  if (!dom.contains(anchorNode) || !dom.contains(focusNode)) return null
  const [from, to] = [positionOf(anchorNode, "anchorOffset"), positionOf(focusNode, "focusOffset")].sort((a, b) => a - b)
  return wordsBetween(editor.state.doc, from, to)
}

/** The editor learns of a selection a moment later than the page, and of none where it may not be written in. */
function positionOf(node, offset) {
  return editor.view.posAtDOM(node, document.getSelection()[offset])
}

/** Bring words of the story into view, set off from the others; false when they are gone. */
export function show(words) {
  const range = editor && rangeOfWords(editor.state.doc, words)
  if (range) return light(range)
  const field = FIELDS.map((name) => form.elements[name]).find((each) => each.value.includes(words))
  if (!field) return false
  const { from, to } = rangeInField(field, { start: 0, surface: words })
  field.focus()
  field.setSelectionRange(from, to)
  field.scrollIntoView({ block: "center" })
  return true
}

/** Light words up without touching the text: it may be somebody else's to write in. */
function light({ from, to }) {
  const [start, end] = [editor.view.domAtPos(from), editor.view.domAtPos(to)]
  const range = new Range()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  if (globalThis.CSS.highlights) CSS.highlights.set("spoken-of", new Highlight(range))
  else if (editor.isEditable) editor.chain().focus().setTextSelection({ from, to }).run()
  const { parentElement, nodeType } = start.node
  ;(nodeType === Node.TEXT_NODE ? parentElement : start.node).scrollIntoView({ block: "center" })
  return true
}
