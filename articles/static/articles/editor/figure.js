import { crel, gettext, Node } from "django-prose-editor/editor"
import { choose } from "articles/editor/chooser"
import { fetchRecords, recordsAt } from "articles/editor/records"

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
        parseHTML: (element) => Number(element.dataset.photo),
        renderHTML: ({ photo }) => ({ "data-photo": photo }),
      },
    }
  },

  parseHTML() {
    return [
      {
        tag: "figure",
        // Without a number there is no photo: what the figure says stays as paragraphs.
        getAttrs: (element) => (/^\d{1,11}$/.test(element.dataset.photo ?? "") ? null : false),
        contentElement: (element) => element.querySelector("figcaption") ?? element,
      },
    ]
  },

  renderHTML({ node, HTMLAttributes }) {
    return node.content.size ? ["figure", HTMLAttributes, ["figcaption", 0]] : ["figure", HTMLAttributes]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => figureView(node, editor, getPos, this)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "photoFigure",
      groups: "nodes",
      button: buttons.material("image", gettext("Insert a photo")),
      option: null,
      active: (editor) => editor.isActive("photoFigure"),
      command: (editor) => insertPhoto(editor, this.options.photos),
    })
  },

  addKeyboardShortcuts() {
    return {
      // A caption is one paragraph: Enter leaves it, Backspace before its first letter takes hold of the photo.
      Enter: () => leaveCaption(this.editor),
      Backspace: () => holdPhoto(this.editor),
    }
  },
})

function choosePhoto(photos) {
  return choose({
    title: gettext("Choose a photo"),
    find: (words, signal) => fetchRecords(`${photos}?${new URLSearchParams({ q: words })}`, { signal }),
    draw: (photo) => [
      photo.thumbnail
        ? crel("img", { src: photo.thumbnail, alt: photo.alt, width: 96, height: 96 })
        : crel("span", { className: "desk-no-picture", textContent: gettext("being prepared") }),
      crel("span", { className: "desk-chooser-words" }, [
        crel("strong", { textContent: photo.title }),
        crel("span", { textContent: photo.credit }),
        ...photo.obstacles.map((sentence) => crel("span", { className: "desk-obstacle", textContent: sentence })),
      ]),
    ],
  })
}

/** Put the chosen photo after the block the caret is in, or in place of an empty paragraph. */
async function insertPhoto(editor, photos) {
  const photo = await choosePhoto(photos)
  if (!photo) return
  const { $from, to } = editor.state.selection
  const block = $from.depth ? $from.node(1) : null
  const after = block ? $from.after(1) : to
  const isBlank = block?.type.name === "paragraph" && block.content.size === 0
  const caption = photo.description ? [{ type: "text", text: photo.description }] : []
  editor
    .chain()
    .focus()
    .insertContentAt(isBlank ? { from: $from.before(1), to: after } : after, {
      type: "photoFigure",
      attrs: { photo: photo.id },
      content: caption,
    })
    .run()
}

function leaveCaption(editor) {
  const { $from } = editor.state.selection
  if ($from.parent.type.name !== "photoFigure") return false
  const after = $from.after()
  return editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(after + 1).run()
}

function holdPhoto(editor) {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== "photoFigure") return false
  return editor.commands.setNodeSelection($from.before())
}

function figureView(node, editor, getPos, { options, storage }) {
  const picture = crel("div", { className: "desk-picture" })
  const told = crel("div", { className: "desk-handle" })
  const another = crel("button", { type: "button", textContent: gettext("Another photo") })
  const remove = crel("button", { type: "button", textContent: gettext("Remove the photo") })
  const tools = crel("p", { className: "desk-handle" }, [another, remove])
  for (const ours of [picture, told, tools]) ours.contentEditable = "false"
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

  another.addEventListener("click", async () => {
    const photo = await choosePhoto(options.photos)
    if (photo) editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(getPos(), "photo", photo.id)))
  })
  picture.addEventListener("click", () => editor.commands.setNodeSelection(getPos()))
  remove.addEventListener("click", () => editor.chain().focus().setNodeSelection(getPos()).deleteSelection().run())
  draw(node)
  return {
    dom,
    contentDOM,
    update(updated) {
      if (updated.type.name !== "photoFigure") return false
      draw(updated)
      return true
    },
    stopEvent: (event) => Boolean(event.target.closest?.("button")),
    ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM.contains(mutation.target),
  }
}

function pictureOf(photo) {
  if (photo?.src) return crel("img", { src: photo.src, alt: photo.alt })
  return crel("p", { className: "desk-no-picture", textContent: photo ? gettext("being prepared") : "?" })
}

/** What stands under the picture; `photo` is undefined when the desk did not answer, null when there is none. */
function wordsOf(photo) {
  const line = (textContent, className = "") => crel("p", { className, textContent })
  if (photo === undefined) return [line(gettext("The photo cannot be shown now; it is still in the text."))]
  if (photo === null) return [line(gettext("This photo is no longer in the library: choose another."), "desk-obstacle")]
  return [line(photo.credit), ...photo.obstacles.map((sentence) => line(sentence, "desk-obstacle"))]
}
