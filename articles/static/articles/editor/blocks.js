import { crel, gettext, pm } from "django-prose-editor/editor"

const { NodeSelection } = pm.state

/* What the blocks of our own have in common: ways up, down and out, and a place to go when one is put in. */

/** The row of buttons under a block: up, down, then its own. Without dragging, so that a thumb can do it. */
export function toolsOf(editor, getPos, own = []) {
  const up = moveButton("up", "▲", gettext("Move up"))
  const down = moveButton("down", "▼", gettext("Move down"))
  up.addEventListener("click", () => moveBlock(editor, getPos(), -1))
  down.addEventListener("click", () => moveBlock(editor, getPos(), 1))
  return handle("p", [up, down, ...own])
}

export function button(textContent, command) {
  const made = crel("button", { type: "button", textContent })
  made.addEventListener("click", command)
  return made
}

export function removeButton(editor, getPos, words) {
  return button(words, () => editor.chain().focus().setNodeSelection(getPos()).deleteSelection().run())
}

/** An element of the interface within the text: nothing of it is written into, or stored. */
export function handle(tag, children) {
  const made = crel(tag, { className: "desk-handle" }, children)
  made.contentEditable = "false"
  return made
}

/** An input in a handle, with its name. */
export function labelled(words, input) {
  return crel("label", {}, [crel("span", { textContent: words }), input])
}

/** The node view: `draw` is called with the node, now and whenever it changes. */
export function blockView(node, { dom, contentDOM, draw = () => {} }) {
  draw(node)
  return {
    dom,
    contentDOM,
    update(updated) {
      if (updated.type !== node.type) return false
      draw(updated)
      return true
    },
    stopEvent: (event) => Boolean(event.target.closest?.("button, input")),
    ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM?.contains(mutation.target),
  }
}

/** Exchange the block at a position with its neighbour above (-1) or below (1); the first and the last stay. */
export function moveBlock(editor, position, step) {
  const $position = editor.state.doc.resolve(position)
  const index = $position.index()
  const { parent } = $position
  if (index + step < 0 || index + step >= parent.childCount) return false
  const [first, second] = [Math.min(index, index + step), Math.max(index, index + step)].map((at) => parent.child(at))
  const from = step < 0 ? position - first.nodeSize : position
  const target = step < 0 ? from : position + second.nodeSize
  const { tr } = editor.state
  tr.replaceWith(from, from + first.nodeSize + second.nodeSize, [second, first])
  tr.setSelection(NodeSelection.create(tr.doc, target))
  editor.view.dispatch(tr.scrollIntoView())
  // The block was drawn anew: whoever presses ▲ five times finds the button under the finger.
  editor.view.nodeDOM(target)?.querySelector?.(`:scope > .desk-handle [data-move="${step < 0 ? "up" : "down"}"]`)?.focus()
  return true
}

function moveButton(move, textContent, label) {
  return crel("button", { type: "button", textContent, title: label, "aria-label": label, "data-move": move })
}

/** Where the next block goes: after the one the caret is in, or in place of that one when it is an empty paragraph. */
export function placeForBlock({ selection }) {
  const $from = selection.$from
  const depth = homeDepth($from) + 1
  if (depth > $from.depth) return { from: selection.to, to: selection.to }
  const block = $from.node(depth)
  const isBlank = block.type.name === "paragraph" && block.content.size === 0
  const after = $from.after(depth)
  return isBlank ? { from: $from.before(depth), to: after } : { from: after, to: after }
}

/** The depth of what holds the blocks here: the entry the caret is in, else the whole text. */
function homeDepth($position) {
  for (let depth = $position.depth; depth > 0; depth--) {
    if ($position.node(depth).type.name === "entry") return depth
  }
  return 0
}

/** Put a block in; the caret goes into its first line of text, where it has one. */
export function insertBlock(editor, content) {
  const { from, to } = placeForBlock(editor.state)
  editor.chain().focus().insertContentAt({ from, to }, content).run()
}

/** Enter in the line of such a block goes on below it: a caption is one line. */
export function leaveLine(editor, names) {
  const { $from } = editor.state.selection
  if (!names.includes($from.parent.type.name)) return false
  const isInGallery = $from.depth > 1 && $from.node(-1).type.name === "gallery"
  const after = $from.after(isInGallery ? $from.depth - 1 : $from.depth)
  return editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(after + 1).run()
}

/** Enter on an empty last line of such a block goes on below it, as it does in a list. */
export function leaveBelow(editor, name) {
  const { $from, empty } = editor.state.selection
  const block = $from.depth > 1 ? $from.node(-1) : null
  const isOnLast = block?.type.name === name && block.childCount > 1 && $from.index(-1) === block.childCount - 1
  if (!empty || !isOnLast || $from.parent.content.size) return false
  const line = { from: $from.before(), to: $from.after() }
  const after = $from.after(-1)
  return editor
    .chain()
    .insertContentAt(after, { type: "paragraph" })
    .setTextSelection(after + 1)
    .deleteRange(line)
    .run()
}

/** Backspace before the first letter of such a line takes hold of its block. */
export function holdBlock(editor, names) {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parentOffset > 0 || !names.includes($from.parent.type.name)) return false
  return editor.commands.setNodeSelection($from.before())
}

/** The number in a data attribute, null when there is none. */
export function numberIn(value) {
  return /^\d{1,11}$/.test(value ?? "") ? Number(value) : null
}
