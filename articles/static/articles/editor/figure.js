import { crel, gettext, Node } from "django-prose-editor/editor"
import {
  blockView, button, handle, holdBlock, insertBlock, leaveLine, numberIn, removeButton, toolsOf,
} from "articles/editor/blocks"
import { choosePhoto, figureOf, pictureOf, wordsOf } from "articles/editor/photos"
import { recordsAt } from "articles/editor/records"

/** A photo of the library in the text, stored as <figure data-photo="7"><figcaption>…</figcaption></figure>. */
export const PhotoFigure = Node.create({
  name: "photoFigure",
  priority: 200, // our Backspace before the quote's, which would draw the caption into a quote above it
  group: "block",
  content: "inline*",
  isolating: true,
  draggable: true,

  addOptions() {
    return { photos: "" }
  },

  addStorage() {
    return { record: recordsAt(this.options.photos) }
  },

  addAttributes() {
    return {
      photo: {
        default: null,
        parseHTML: ({ dataset }) => numberIn(dataset.photo),
        renderHTML: ({ photo }) => ({ "data-photo": photo }),
      },
    }
  },

  parseHTML() {
    return [
      {
        tag: "figure",
        // Without a number there is no photo: what the figure says stays as paragraphs.
        getAttrs: ({ dataset }) => (numberIn(dataset.photo) ? null : false),
        contentElement: (element) => element.querySelector("figcaption") ?? element,
      },
    ]
  },

  // The caption also when it is empty: the library takes a text of one empty element for no text.
  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes, ["figcaption", 0]]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => figureView(node, editor, getPos, this)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "photoFigure",
      groups: "nodes",
      priority: 90,
      button: buttons.material("image", gettext("Insert a photo")),
      option: null,
      active: (editor) => editor.isActive("photoFigure"),
      command: async (editor) => {
        const photo = await choosePhoto(this.options.photos)
        if (photo) insertBlock(editor, figureOf(photo))
      },
    })
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => leaveLine(this.editor, ["photoFigure"]),
      Backspace: () => holdBlock(this.editor, ["photoFigure"]),
    }
  },
})

function figureView(node, editor, getPos, { options, storage }) {
  const picture = handle("div", [])
  picture.classList.add("desk-picture")
  const told = handle("div", [])
  const another = button(gettext("Another photo"), async () => {
    const photo = await choosePhoto(options.photos)
    if (photo) editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(getPos(), "photo", photo.id)))
  })
  const tools = toolsOf(editor, getPos, [another, removeButton(editor, getPos, gettext("Remove the photo"))])
  const contentDOM = crel("figcaption", { "data-prompt": gettext("Caption") })
  const dom = crel("figure", { className: "desk-figure" }, [picture, contentDOM, told, tools])
  let shown = null

  async function draw({ attrs, content }) {
    contentDOM.classList.toggle("is-empty", content.size === 0)
    if (attrs.photo === shown) return
    shown = attrs.photo
    const photo = await storage.record(shown).catch(() => undefined)
    if (attrs.photo !== shown) return // chosen anew while the desk answered
    picture.replaceChildren(pictureOf(photo))
    told.replaceChildren(...wordsOf(photo))
  }

  picture.addEventListener("click", () => editor.commands.setNodeSelection(getPos()))
  return blockView(node, { dom, contentDOM, draw })
}
