import { Table as LibraryTable } from "django-prose-editor/editor"

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
})
