import { crel, gettext, Node } from "django-prose-editor/editor"
import {
  blockView, button, handle, holdBlock, insertBlock, leaveLine, numberIn, removeButton, toolsOf,
} from "articles/editor/blocks"
import { choose } from "articles/editor/chooser"
import { choosePhoto, pictureOf, wordsOf } from "articles/editor/photos"
import { recordsAt } from "articles/editor/records"

/** A video elsewhere: our poster, a title, the way there; <figure data-video="https://…" data-photo="7">…</figure>. */
export const Video = Node.create({
  name: "video",
  priority: 210, // before the photo, which would take the poster for one
  group: "block",
  content: "inline*",
  isolating: true,
  draggable: true,

  addOptions() {
    return { photos: "", hosts: [] }
  },

  addStorage() {
    return { record: recordsAt(this.options.photos), ofLink: (link) => nodeOfLink(link, this.options.hosts) }
  },

  addAttributes() {
    return {
      address: {
        default: null,
        parseHTML: ({ dataset }) => videoAt(dataset.video ?? "", this.options.hosts)?.address ?? null,
        renderHTML: ({ address }) => ({ "data-video": address }),
      },
      photo: {
        default: null,
        parseHTML: ({ dataset }) => numberIn(dataset.photo),
        renderHTML: ({ photo }) => (photo ? { "data-photo": photo } : {}),
      },
    }
  },

  parseHTML() {
    return [
      {
        tag: "figure[data-video]",
        getAttrs: ({ dataset }) => (videoAt(dataset.video, this.options.hosts) ? null : false),
        contentElement: (element) => element.querySelector("figcaption") ?? element,
      },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes, ["figcaption", 0]]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => videoView(node, editor, getPos, this)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "video",
      groups: "nodes",
      priority: 80,
      button: buttons.material("smart_display", gettext("Insert a video")),
      option: null,
      active: (editor) => editor.isActive("video"),
      command: async (editor) => {
        const video = await askVideo(this.options.hosts)
        if (video) insertBlock(editor, nodeOf(video))
      },
    })
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => leaveLine(this.editor, ["video"]),
      Backspace: () => holdBlock(this.editor, ["video"]),
    }
  },
})

/** What a pasted link becomes, if it is one of a video. */
function nodeOfLink(link, hosts) {
  const video = videoAt(link, hosts)
  return video && nodeOf(video)
}

function nodeOf({ address }) {
  return { type: "video", attrs: { address, photo: null } }
}

/** The video behind a link however it was copied: where it stands and its one address; undefined if it is none. */
function videoAt(link, hosts) {
  for (const { name, pattern, address } of hosts) {
    const found = new RegExp(pattern).exec(link.trim())
    if (found) return { name, address: address + found[1] }
  }
}

function askVideo(hosts) {
  const known = hosts.map(({ name }) => name).join(", ")
  return choose({
    title: gettext("Insert a video"),
    label: gettext("Link of the video"),
    hint: gettext("Paste the link of a video."),
    nothing: `${gettext("This is no video of a host we know:")} ${known}.`,
    find: async (link) => [videoAt(link, hosts)].filter(Boolean),
    draw: ({ name, address }) => [
      crel("span", { className: "desk-chooser-words" }, [
        crel("strong", { textContent: name }),
        crel("span", { textContent: address }),
      ]),
    ],
  })
}

function videoView(node, editor, getPos, { options, storage }) {
  const picture = handle("div", [])
  picture.classList.add("desk-picture", "desk-poster")
  const told = handle("div", [])
  const setPhoto = (photo) => editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(getPos(), "photo", photo)))
  const choosePoster = button("", async () => {
    const photo = await choosePhoto(options.photos)
    if (photo) setPhoto(photo.id)
  })
  const noPoster = button(gettext("Without a poster"), () => setPhoto(null))
  const tools = toolsOf(editor, getPos, [
    choosePoster,
    noPoster,
    removeButton(editor, getPos, gettext("Remove the video")),
  ])
  const contentDOM = crel("figcaption", { "data-prompt": gettext("Title of the video") })
  const dom = crel("figure", { className: "desk-figure desk-video" }, [picture, contentDOM, told, tools])
  let shown

  async function draw({ attrs, content }) {
    contentDOM.classList.toggle("is-empty", content.size === 0)
    if (attrs.photo === shown) return
    shown = attrs.photo
    choosePoster.textContent = shown ? gettext("Another poster") : gettext("Choose a poster")
    noPoster.hidden = !shown
    const photo = shown ? await storage.record(shown).catch(() => undefined) : null
    if (attrs.photo !== shown) return
    picture.replaceChildren(shown ? pictureOf(photo) : crel("p", { className: "desk-no-picture", textContent: "▶" }))
    const link = crel("p", { textContent: attrs.address })
    told.replaceChildren(link, ...(shown ? wordsOf(photo) : []))
  }

  picture.addEventListener("click", () => editor.commands.setNodeSelection(getPos()))
  return blockView(node, { dom, contentDOM, draw })
}
