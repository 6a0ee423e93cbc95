import { Plugin, pm } from "django-prose-editor/editor"
import { rangesIn } from "articles/desk/places"

const { Decoration, DecorationSet } = pm.view
const key = new pm.state.PluginKey("deskMarks")

/** Lines under the names in the text; they are drawn, never stored, and move with the words. */
export function marksPlugin(choose) {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, drawn) {
        const places = transaction.getMeta(key)
        return places ? draw(transaction.doc, places) : drawn.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick(view, position) {
        const [mark] = key.getState(view.state).find(position, position)
        if (mark) choose(mark.spec.entry)
        return false // the caret goes where it was put
      },
    },
  })
}

export function drawMarks(editor, places) {
  editor.view.dispatch(editor.state.tr.setMeta(key, places).setMeta("addToHistory", false))
}

function draw(doc, places) {
  const marks = rangesIn(doc, places.filter(({ where }) => where === "body"))
  return DecorationSet.create(
    doc,
    marks.map(({ from, to, kind, entry }) => Decoration.inline(from, to, { class: `desk-mark-${kind}` }, { entry })),
  )
}
