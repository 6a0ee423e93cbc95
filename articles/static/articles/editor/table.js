import { crel, gettext, Table as LibraryTable } from "django-prose-editor/editor"
import { blockView, removeButton, toolsOf } from "articles/editor/blocks"

/** A table that begins with three columns under a header; the toolbar adds and takes away, no dialog asks first. */
export const Table = LibraryTable.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      insertTableWithOptions:
        () =>
        ({ commands }) =>
          commands.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
    }
  },

  addNodeView() {
    return ({ node, editor, getPos }) => tableView(node, editor, getPos)
  },
})

/** The table scrolls in a frame of its own: on a phone it is often wider than the text. */
function tableView(node, editor, getPos) {
  const contentDOM = crel("tbody")
  const frame = crel("div", { className: "desk-table-frame" }, [crel("table", {}, [contentDOM])])
  const remove = removeButton(editor, getPos, gettext("Remove the table"))
  const dom = crel("div", { className: "desk-table" }, [frame, toolsOf(editor, getPos, [remove])])
  return blockView(node, { dom, contentDOM })
}
