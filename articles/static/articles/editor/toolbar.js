import { Extension, gettext } from "django-prose-editor/editor"

/** The toolbar in the desk's language: the library names its own buttons in English only. */
export const ToolbarWords = Extension.create({
  name: "toolbarWords",
  priority: 1, // after every extension has put its buttons on the toolbar

  addMenuItems({ menu }) {
    for (const { button, option } of menu.items("blockType nodes lists marks link table history utility")) {
      if (button?.title) {
        button.title = gettext(button.title)
        button.setAttribute("aria-label", button.title)
      }
      if (option) option.textContent = gettext(option.textContent)
    }
  },

  /** The label of the field names the textarea, which is hidden: a screen reader hears it on what is written in, too. */
  onCreate() {
    const { dom } = this.editor.view
    const label = dom.closest(".desk-field, .form-row")?.querySelector("label")
    if (label) dom.setAttribute("aria-label", label.textContent.trim())
  },
})
