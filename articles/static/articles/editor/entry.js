import { crel, Document as LibraryDocument, gettext, Node, Plugin, pm } from "django-prose-editor/editor"
import { blockView, handle, labelled, leaveBelow, placeForBlock, removeButton, toolsOf } from "articles/editor/blocks"

const { Fragment, Slice } = pm.model
const ANCHOR = /^[a-z0-9]{4,16}$/
const MINUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** Entries stand among the blocks of the whole text, in none of them. */
export const Document = LibraryDocument.extend({ content: "(block | entry)+" })

/**
 * A dated entry of an online report, with an anchor that stays whatever is written above it.
 *
 * Stored as <section data-entry="k3f9a2" data-time="2025-06-30T15:45">…</section>.
 */
export const Entry = Node.create({
  name: "entry",
  priority: 150,
  content: "block+",
  isolating: true,
  defining: true,

  addOptions() {
    return { zone: "UTC" }
  },

  addAttributes() {
    return {
      anchor: attribute("entry", ANCHOR, () => newAnchor()),
      time: attribute("time", MINUTE, () => minuteNow(this.options.zone)),
    }
  },

  parseHTML() {
    return [{ tag: "section[data-entry]" }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["section", HTMLAttributes, 0]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => entryView(node, editor, getPos)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "entry",
      groups: "nodes",
      priority: 70,
      button: buttons.material("more_time", gettext("New entry above the others")),
      option: null,
      active: (editor) => editor.isActive("entry"),
      command: (editor) => addEntry(editor, this.options.zone),
    })
  },

  addKeyboardShortcuts() {
    return { Enter: () => leaveBelow(this.editor, "entry") }
  },

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPasted: (slice, view) => withOwnAnchors(slice, view.state.doc) } })]
  },
})

function attribute(name, pattern, otherwise) {
  return {
    default: null,
    parseHTML: ({ dataset }) => (pattern.test(dataset[name] ?? "") ? dataset[name] : otherwise()),
    renderHTML: (attributes) => ({ [`data-${name}`]: attributes[name === "entry" ? "anchor" : name] }),
  }
}

/** Six letters and digits: two thousand million of them. */
function newAnchor() {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36)).join("")
}

/** What the newsroom's clock shows now, wherever the editor travels. */
function minuteNow(timeZone) {
  const options = { timeZone, dateStyle: "short", timeStyle: "short" }
  return new Intl.DateTimeFormat("sv-SE", options).format(new Date()).replace(" ", "T")
}

/** The newest stands first: above the first entry there is, else where the caret is. */
function addEntry(editor, zone) {
  const { from, to } = aboveEntries(editor.state.doc) ?? placeForBlock(editor.state)
  const attrs = { anchor: newAnchor(), time: minuteNow(zone) }
  editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, { type: "entry", attrs, content: [{ type: "paragraph" }] })
    .setTextSelection(from + 2)
    .scrollIntoView()
    .run()
}

function aboveEntries(doc) {
  let place = null
  doc.forEach((node, offset) => {
    if (node.type.name === "entry") place ??= { from: offset, to: offset }
  })
  return place
}

/** A copied entry that is pasted beside its model gets an anchor of its own; one that was cut keeps it. */
function withOwnAnchors(slice, doc) {
  const taken = new Set()
  doc.forEach((node) => taken.add(node.attrs.anchor))
  const blocks = slice.content.content.map((node) => {
    if (node.type.name !== "entry") return node
    const anchor = taken.has(node.attrs.anchor) ? newAnchor() : node.attrs.anchor
    taken.add(anchor)
    return node.type.create({ ...node.attrs, anchor }, node.content, node.marks)
  })
  return new Slice(Fragment.from(blocks), slice.openStart, slice.openEnd)
}

function entryView(node, editor, getPos) {
  const time = crel("input", { type: "datetime-local", required: true, disabled: !editor.isEditable })
  time.addEventListener("input", () => {
    if (time.value) editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(getPos(), "time", time.value)))
  })
  const head = handle("div", [labelled(gettext("Time of the entry"), time)])
  const tools = toolsOf(editor, getPos, [removeButton(editor, getPos, gettext("Remove the entry"))])
  const contentDOM = crel("div", { className: "desk-entry-text" })
  const dom = crel("section", { className: "desk-entry" }, [head, contentDOM, tools])

  function draw({ attrs }) {
    if (time !== document.activeElement) time.value = attrs.time
  }
  return blockView(node, { dom, contentDOM, draw })
}
