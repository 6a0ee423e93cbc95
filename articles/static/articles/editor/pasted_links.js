import { Extension, Plugin, pm } from "django-prose-editor/editor"

const { Fragment, Slice } = pm.model
const { TextSelection } = pm.state

/** A pasted link that stands alone on its line becomes the video or the post behind it, where a node knows it. */
export const PastedLinks = Extension.create({
  name: "pastedLinks",

  addProseMirrorPlugins() {
    const { editor } = this
    const ofLink = (link) => {
      for (const { ofLink } of Object.values(editor.storage)) {
        const node = ofLink?.(link)
        if (node) return editor.schema.nodeFromJSON(node)
      }
    }
    return [
      new Plugin({
        props: {
          transformPasted: (slice, view) => withNodes(slice, isAtHome(view.state.selection), ofLink),
          handlePaste: (view, _event, slice) => putAlone(view, slice, editor.storage),
        },
      }),
    ]
  },
})

/** On an empty line of the text or of an entry. In a quote, a list or a cell a link is part of what is said there. */
function isAtHome({ $from, empty }) {
  const isBlank = empty && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0
  return isBlank && ["doc", "entry"].includes($from.node(-1).type.name)
}

function withNodes(slice, isOnOwnLine, ofLink) {
  const { content, openStart, openEnd } = slice
  let isChanged = false
  const blocks = content.content.map((block, place) => {
    const isInner = (place > 0 || openStart === 0) && (place < content.childCount - 1 || openEnd === 0)
    const node = isInner || isOnOwnLine ? nodeFor(block, ofLink) : null
    isChanged ||= Boolean(node)
    return node ?? block
  })
  if (!isChanged) return slice
  const first = blocks[0] === content.firstChild
  const last = blocks.at(-1) === content.lastChild
  return new Slice(Fragment.from(blocks), first ? openStart : 0, last ? openEnd : 0)
}

/** One node alone takes the place of the empty line, and the caret goes into it: its title is to be written next. */
function putAlone(view, { content, openStart }, storage) {
  const { state } = view
  const node = content.firstChild
  if (content.childCount !== 1 || openStart || !storage[node.type.name]?.ofLink || !isAtHome(state.selection)) return false
  const { $from } = state.selection
  const { tr } = state
  tr.replaceWith($from.before(), $from.after(), node)
  tr.setSelection(TextSelection.near(tr.doc.resolve($from.before() + 1)))
  view.dispatch(tr.scrollIntoView())
  return true
}

/** A paragraph or a bare line with one word in it, the link. */
function nodeFor(block, ofLink) {
  const words = block.textContent.trim()
  const isLine = block.isText || block.type.name === "paragraph"
  return isLine && /^https?:\/\/\S+$/.test(words) ? ofLink(words) : null
}
