import { crel, gettext, Node } from "django-prose-editor/editor"
import { blockView, button, insertBlock, removeButton, toolsOf } from "articles/editor/blocks"
import { choosePhotos, figureOf } from "articles/editor/photos"

/** Photos beside each other, stored as <div data-gallery=""><figure data-photo="7">…</figure>…</div>. */
export const Gallery = Node.create({
  name: "gallery",
  priority: 150,
  group: "block",
  content: "photoFigure+",
  isolating: true,

  addOptions() {
    return { photos: "" }
  },

  parseHTML() {
    // A gallery that has lost all its pictures has nothing to be opened for.
    return [{ tag: "div[data-gallery]", getAttrs: (element) => (element.querySelector("[data-photo]") ? null : false) }]
  },

  renderHTML() {
    return ["div", { "data-gallery": "" }, 0]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => galleryView(node, editor, getPos, this.options)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "gallery",
      groups: "nodes",
      priority: 85,
      button: buttons.material("photo_library", gettext("Insert a gallery")),
      option: null,
      active: (editor) => editor.isActive("gallery"),
      command: async (editor) => {
        const photos = await choosePhotos(this.options.photos)
        if (photos.length) insertBlock(editor, { type: "gallery", content: photos.map(figureOf) })
      },
    })
  },
})

function galleryView(node, editor, getPos, { photos }) {
  const contentDOM = crel("div", { className: "desk-gallery-pictures" })
  const add = button(gettext("Add photos"), async () => {
    const chosen = await choosePhotos(photos)
    const end = getPos() + editor.state.doc.nodeAt(getPos()).nodeSize - 1
    if (chosen.length) editor.chain().focus().insertContentAt(end, chosen.map(figureOf)).run()
  })
  const tools = toolsOf(editor, getPos, [add, removeButton(editor, getPos, gettext("Remove the gallery"))])
  const dom = crel("div", { className: "desk-gallery", role: "group", "aria-label": gettext("Gallery") }, [contentDOM, tools])
  return blockView(node, { dom, contentDOM })
}
