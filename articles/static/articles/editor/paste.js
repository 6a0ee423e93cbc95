import { Extension, Plugin } from "django-prose-editor/editor"
import { cleaned } from "articles/editor/pasting/cleaning"
import { noticeAbove } from "articles/editor/pasting/notice"
import { sliceOf } from "articles/editor/pasting/plain"
import { LeftOut } from "articles/editor/pasting/report"

/** A pasted text arrives with its words, links, lists and tables; what could not be kept is named above it. */
export const PastedText = Extension.create({
  name: "pastedText",

  addProseMirrorPlugins() {
    let notice = null

    function withLeftOut(clean) {
      const leftOut = new LeftOut()
      const kept = clean(leftOut)
      notice?.show(leftOut.sentence())
      return kept
    }

    return [
      new Plugin({
        view: (view) => (notice = noticeAbove(view.dom)),
        props: {
          transformPastedHTML: (html) => withLeftOut((leftOut) => cleaned(html, leftOut)),
          clipboardTextParser: (text, context, _plain, view) =>
            withLeftOut(() => sliceOf(text, view.state.schema, context)),
          handlePaste: (_view, { clipboardData }) => refusesPictures(clipboardData, withLeftOut),
        },
      }),
    ]
  },
})

/** A screenshot is on the clipboard as a file without words. */
function refusesPictures(clipboardData, withLeftOut) {
  const files = [...(clipboardData?.files ?? [])]
  if (!files.length || clipboardData.getData("text/html") || clipboardData.getData("text/plain")) return false
  withLeftOut((leftOut) => files.forEach(({ type }) => leftOut.add(type.startsWith("image/") ? "pictures" : "files")))
  return true
}
