import { gettext, Link as LibraryLink, updateAttrsDialog } from "django-prose-editor/editor"

const askAddress = updateAttrsDialog(
  { href: { type: "string", title: gettext("Address"), format: "url", required: true } },
  { title: gettext("Link") },
)

/** A link with an address and nothing else: the library's dialog also asks for a title, which no reader would see. */
export const Link = LibraryLink.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          const isLink = editor.isActive("link")
          if (editor.state.selection.empty && !isLink) return false
          askAddress(editor, { href: editor.getAttributes("link").href }).then((asked) => {
            if (!asked) return
            const chain = editor.chain().focus()
            if (isLink) chain.extendMarkRange("link")
            chain.setLink({ href: asked.href.trim() }).run()
          })
          return true
        },
    }
  },
})
