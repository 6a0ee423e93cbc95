import { gettext } from "django-prose-editor/editor"

/* What cannot be pasted, in the order in which an editor wants to hear of it. */
const WORDS = {
  pictures: () => gettext("pictures (%(count)s; add them from the photo library)"),
  files: () => gettext("files (%(count)s)"),
  embeds: () => gettext("embedded players (%(count)s; their links are in the text)"),
  lostEmbeds: () => gettext("embedded players without an address (%(count)s)"),
  drawings: () => gettext("drawings (%(count)s)"),
  furniture: () => gettext("parts of the page around the story (%(count)s: %(example)s)"),
  comments: () => gettext("comments (%(count)s)"),
  deletions: () => gettext("words marked as deleted (%(count)s: %(example)s)"),
  footnotes: () => gettext("footnotes (%(count)s; their text is not on the clipboard)"),
  footnoteLinks: () => gettext("links to footnotes (%(count)s; their text stands at the end)"),
  links: () => gettext("links that only work where the text comes from (%(count)s; their words are kept)"),
  hidden: () => gettext("hidden text (%(count)s)"),
  hiddenRows: () => gettext("hidden rows of a table (%(count)s)"),
  hiddenColumns: () => gettext("hidden columns of a table (%(count)s)"),
  checkboxes: () => gettext("checkboxes of a list (%(count)s)"),
  numbering: () => gettext("numbers of a list that does not begin at 1 (%(count)s)"),
  underline: () => gettext("underlining"),
  strike: () => gettext("strikethrough"),
  colour: () => gettext("colour"),
  alignment: () => gettext("alignment"),
}
const EXAMPLE_LETTERS = 40

/** Counts what a paste leaves out, and says it in one sentence. */
export class LeftOut {
  #counts = new Map()
  #examples = new Map()

  /** One more of this kind; `example` are words of it by which an editor knows what is meant. */
  add(kind, example = "") {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
    const words = example.replace(/\s+/g, " ").trim()
    if (words && !this.#examples.has(kind)) this.#examples.set(kind, shortened(words))
  }

  /** The sentence; empty when all has come along. */
  sentence() {
    const parts = Object.entries(WORDS)
      .filter(([kind]) => this.#counts.has(kind))
      .map(([kind, words]) =>
        words()
          .replace("%(count)s", this.#counts.get(kind))
          .replace("%(example)s", () => this.#examples.get(kind) ?? "…"),
      )
    return parts.length ? gettext("Not pasted: %(what)s.").replace("%(what)s", () => parts.join(", ")) : ""
  }
}

function shortened(words) {
  return `«${words.length > EXAMPLE_LETTERS ? `${words.slice(0, EXAMPLE_LETTERS).trim()}…` : words}»`
}
