import { crel, gettext, Node } from "django-prose-editor/editor"
import { blockView, handle, insertBlock, labelled, leaveBelow, removeButton, toolsOf } from "articles/editor/blocks"
import { choose } from "articles/editor/chooser"

const LONGEST_AUTHOR = 120

/**
 * A post of a network, kept as text so that it outlives its deletion there.
 *
 * Stored as <blockquote data-post="https://…" data-author="…" data-time="2025-06-30T15:45"><p>…</p></blockquote>.
 */
export const SocialPost = Node.create({
  name: "socialPost",
  priority: 150, // before the quote, which is a blockquote too
  group: "block",
  content: "paragraph+",
  isolating: true,
  defining: true,

  addOptions() {
    return { networks: [] }
  },

  addStorage() {
    return { ofLink: (link) => nodeOfLink(link, this.options.networks) }
  },

  addAttributes() {
    return {
      address: attribute("post", (value) => addressOf(value)),
      author: attribute("author", (value) => value.trim().slice(0, LONGEST_AUTHOR)),
      time: attribute("time", (value) => value.slice(0, 16)),
    }
  },

  parseHTML() {
    return [
      { tag: "blockquote[data-post]", getAttrs: ({ dataset }) => (addressOf(dataset.post) ? null : false), priority: 60 },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ["blockquote", HTMLAttributes, 0]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => postView(node, editor, getPos, this.options)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "socialPost",
      groups: "nodes",
      priority: 75,
      button: buttons.material("forum", gettext("Insert a post of a social network")),
      option: null,
      active: (editor) => editor.isActive("socialPost"),
      command: async (editor) => {
        const post = await askPost(this.options.networks)
        if (post) insertBlock(editor, nodeOf(post))
      },
    })
  },

  addKeyboardShortcuts() {
    return { Enter: () => leaveBelow(this.editor, "socialPost") }
  },
})

function attribute(name, read) {
  return {
    default: null,
    parseHTML: ({ dataset }) => read(dataset[name] ?? "") || null,
    renderHTML: (attributes) => {
      const value = attributes[name === "post" ? "address" : name]
      return value ? { [`data-${name}`]: value } : {}
    },
  }
}

/** What a pasted link becomes, if it is one of a post in a network we know. */
function nodeOfLink(link, networks) {
  const post = postAt(link, networks)
  return post && nodeOf(post)
}

function nodeOf({ address, author }) {
  return { type: "socialPost", attrs: { address, author, time: null }, content: [{ type: "paragraph" }] }
}

/** The address when readers can follow it: https, and a host; else nothing. */
function addressOf(link) {
  const address = link.trim().replace(/^http:/i, "https:")
  if (!URL.canParse(address)) return null
  const { href } = new URL(address)
  return /^https:\/\/[^/@\s]+\.[^/@\s]+\//.test(href) ? href.replace(/[|^`{}\\]/g, encodeURIComponent) : null
}

/** The post behind a link, with its author's handle where the address has one; undefined if it is no post we know. */
function postAt(link, networks) {
  const address = addressOf(link)
  for (const { patterns } of address ? networks : []) {
    const found = patterns.map((pattern) => new RegExp(pattern).exec(address)).find(Boolean)
    if (found) return { address, author: found[1] ? `@${found[1]}` : null }
  }
}

function networkOf(address, networks) {
  const host = new URL(address).hostname.replace(/^www\./, "")
  const known = networks.find(({ hosts }) => hosts.some((each) => host === each || host.endsWith(`.${each}`)))
  return known?.name ?? host
}

function askPost(networks) {
  return choose({
    title: gettext("Insert a post of a social network"),
    label: gettext("Link of the post"),
    hint: gettext("Paste the link of a post. Its text is written here, so that it stays when the post is deleted."),
    nothing: gettext("This is no link: it begins with https://."),
    find: async (link) => [postAt(link, networks) ?? { address: addressOf(link), author: null }].filter((post) => post.address),
    draw: ({ address }) => [
      crel("span", { className: "desk-chooser-words" }, [
        crel("strong", { textContent: networkOf(address, networks) }),
        crel("span", { textContent: address }),
      ]),
    ],
  })
}

function postView(node, editor, getPos, { networks }) {
  const set = (name, value) => editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(getPos(), name, value || null)))
  const author = crel("input", { type: "text", maxLength: LONGEST_AUTHOR, autocomplete: "off" })
  const time = crel("input", { type: "datetime-local" })
  author.addEventListener("input", () => set("author", author.value.trim()))
  time.addEventListener("input", () => set("time", time.value))
  const inputs = handle("div", [labelled(gettext("Author"), author), labelled(gettext("Time"), time)])
  const link = crel("p")
  const tools = toolsOf(editor, getPos, [removeButton(editor, getPos, gettext("Remove the post"))])
  const contentDOM = crel("div", { className: "desk-post-text" })
  const dom = crel("blockquote", { className: "desk-post" }, [inputs, contentDOM, handle("div", [link]), tools])
  for (const input of [author, time]) input.disabled = !editor.isEditable

  function draw({ attrs }) {
    if (author !== document.activeElement) author.value = attrs.author ?? ""
    if (time !== document.activeElement) time.value = attrs.time ?? ""
    link.textContent = `${networkOf(attrs.address, networks)} · ${attrs.address}`
  }
  return blockView(node, { dom, contentDOM, draw })
}
