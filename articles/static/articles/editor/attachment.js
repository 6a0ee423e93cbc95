import { crel, gettext, Node } from "django-prose-editor/editor"
import {
  blockView, button, handle, holdBlock, insertBlock, leaveLine, numberIn, removeButton, toolsOf,
} from "articles/editor/blocks"
import { choose } from "articles/editor/chooser"
import { fetchRecords, recordsAt, sendFile } from "articles/editor/records"

/** A document on record, offered under a title of this story's own: <div data-document="3">Title</div>. */
export const Attachment = Node.create({
  name: "attachment",
  priority: 200,
  group: "block",
  content: "text*",
  marks: "",
  isolating: true,
  draggable: true,

  addOptions() {
    return { documents: "", upload: "" }
  },

  addStorage() {
    return { record: recordsAt(this.options.documents) }
  },

  addAttributes() {
    return {
      document: {
        default: null,
        parseHTML: ({ dataset }) => numberIn(dataset.document),
        renderHTML: ({ document }) => ({ "data-document": document }),
      },
    }
  },

  parseHTML() {
    return [{ tag: "div[data-document]", getAttrs: ({ dataset }) => (numberIn(dataset.document) ? null : false) }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["div", HTMLAttributes, 0]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => attachmentView(node, editor, getPos, this)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "attachment",
      groups: "nodes",
      priority: 65,
      button: buttons.material("attach_file", gettext("Insert a document")),
      option: null,
      active: (editor) => editor.isActive("attachment"),
      command: async (editor) => {
        const record = await chooseDocument(this.options)
        if (record) insertBlock(editor, nodeOf(record))
      },
    })
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => leaveLine(this.editor, ["attachment"]),
      Backspace: () => holdBlock(this.editor, ["attachment"]),
    }
  },
})

function nodeOf({ id, title }) {
  return { type: "attachment", attrs: { document: id }, content: [{ type: "text", text: title }] }
}

function chooseDocument({ documents, upload }) {
  return choose({
    title: gettext("Insert a document"),
    find: (words, signal) => fetchRecords(`${documents}?${new URLSearchParams({ q: words })}`, { signal }),
    draw: ({ title, told }) => [
      crel("span", { className: "desk-chooser-words" }, [
        crel("strong", { textContent: title }),
        crel("span", { textContent: told }),
      ]),
    ],
    upload: upload && { label: gettext("Upload a new one"), send: (file) => sendFile(upload, file) },
  })
}

function attachmentView(node, editor, getPos, { options, storage }) {
  const told = handle("p", [])
  const another = button(gettext("Another document"), async () => {
    const record = await chooseDocument(options)
    const position = getPos()
    if (!record) return
    const place = { from: position, to: position + editor.state.doc.nodeAt(position).nodeSize }
    editor.chain().focus().insertContentAt(place, nodeOf(record)).run()
  })
  const tools = toolsOf(editor, getPos, [another, removeButton(editor, getPos, gettext("Remove the document"))])
  const contentDOM = crel("div", { className: "desk-line", "data-prompt": gettext("Title of the document") })
  const dom = crel("div", { className: "desk-attachment" }, [contentDOM, told, tools])
  let shown = null

  async function draw({ attrs, content }) {
    contentDOM.classList.toggle("is-empty", content.size === 0)
    if (attrs.document === shown) return
    shown = attrs.document
    const record = await storage.record(shown).catch(() => undefined)
    if (attrs.document !== shown) return
    told.classList.toggle("desk-obstacle", record === null)
    told.textContent = toldOf(record)
  }
  return blockView(node, { dom, contentDOM, draw })
}

/** `record` is undefined when the desk did not answer, null when there is no such document. */
function toldOf(record) {
  if (record === undefined) return gettext("The document cannot be shown now; it is still in the text.")
  if (record === null) return gettext("This document is no longer on record: choose another.")
  return record.told
}
