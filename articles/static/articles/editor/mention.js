import { Extension, pm, Plugin } from "django-prose-editor/editor"
import { MentionList } from "articles/editor/mention_list"
import { fetchRecords } from "articles/editor/records"

const PAUSE_MS = 120
// An @ before a word, never within one or within an address, and up to two words behind it.
const BEGUN = /(?:^|[\s(\[«„“"—–])@((?:[\p{L}][\p{L}'’-]+)(?: [\p{L}'’-]*)?)$/u
const FARTHEST = 80

/** «@кулуб» becomes «министром иностранных дел Киргизии Жээнбеком Кулубаевым»: a person, then a case, both by key. */
export const NameMention = Extension.create({
  name: "nameMention",
  priority: 1000, // Enter and the arrows are the list's while it is open, before any node's

  addOptions() {
    return { people: "" }
  },

  addProseMirrorPlugins() {
    let mention = null
    return [
      new Plugin({
        view: (view) => (mention = new Mention(view, this.options.people)),
        props: {
          handleKeyDown: (_view, event) => mention.press(event),
          handleDOMEvents: { blur: () => mention.leave() },
        },
      }),
    ]
  },
})

class Mention {
  constructor(view, people) {
    this.view = view
    this.people = people
    this.list = new MentionList(view, (words) => this.insert(words))
    this.begun = null // where the @ stands, and the letters behind it
    this.left = -1 // the @ that Escape has left as it is
    this.timer = 0
    this.latest = null
  }

  /** Called by the editor after every change of the text or the caret. */
  update(view) {
    const begun = view.editable && view.hasFocus() ? begunAt(view.state) : null
    if (!begun || begun.from !== this.left) this.left = -1
    if (!begun || this.left >= 0) return this.leave()
    if (this.begun?.from === begun.from && this.begun.letters === begun.letters) return undefined
    this.begun = begun
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), PAUSE_MS)
    return undefined
  }

  async ask() {
    this.latest?.abort() // an earlier, slower answer must not replace a later one
    this.latest = new AbortController()
    const { signal } = this.latest
    const form = this.view.dom.closest("form")
    const asked = new URLSearchParams({
      q: this.begun.letters,
      on: form?.elements.event_date?.value || form?.dataset.day || "",
      // The edition of a new story is still being chosen in the form.
      language: form?.elements.language?.value ?? form?.dataset.language ?? "ru",
    })
    try {
      const found = await fetchRecords(`${this.people}?${asked}`, { signal })
      if (!signal.aborted && this.begun) this.list.offer(found, this.begun.from)
    } catch {
      if (!signal.aborted) this.list.close() // no answer: what was typed stays, and is typed on
    }
  }

  press(event) {
    if (!this.list.isOpen || event.isComposing) return false
    if (event.key === "Escape") {
      this.left = this.begun.from
      this.leave()
      return true
    }
    return this.list.press(event.key)
  }

  /** The words in the place of the letters, as one step of their own: undone, the letters are back. */
  insert(words) {
    const { state } = this.view
    const { from } = this.begun
    this.left = from
    this.leave()
    this.view.dispatch(pm.history.closeHistory(state.tr.insertText(words, from, state.selection.from)))
    this.view.focus()
  }

  leave() {
    clearTimeout(this.timer)
    this.latest?.abort()
    this.begun = null
    this.list.close()
  }

  destroy() {
    this.leave()
    this.list.destroy()
  }
}

/** The @ and the letters in front of the caret, null when there are none. */
function begunAt({ selection }) {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock) return null
  const start = Math.max(0, $from.parentOffset - FARTHEST)
  const before = $from.parent.textBetween(start, $from.parentOffset, null, "\ufffc")
  const letters = BEGUN.exec(before)?.[1]
  return letters === undefined ? null : { from: $from.pos - letters.length - 1, letters }
}
