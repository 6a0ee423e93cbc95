import { crel, gettext, Link as LibraryLink } from "django-prose-editor/editor"
import { articleWords, findArticles } from "articles/editor/articles_found"
import { numberIn } from "articles/editor/blocks"
import { choose } from "articles/editor/chooser"
import { fetchRecords } from "articles/editor/records"

const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|www\.)\S+$/i

/**
 * A link to an address, to an article or to a person of ours; the latter are stored by number, without an address.
 *
 * Readers get an article's link only while it is public. A link to a person says that these words mean that person.
 */
export const Link = LibraryLink.extend({
  addOptions() {
    return { ...this.parent?.(), articles: "", people: "" }
  },

  addAttributes() {
    return { ...this.parent?.(), article: record("article"), person: record("person") }
  },

  parseHTML() {
    return [{ tag: "a[data-article]" }, { tag: "a[data-person]" }, ...this.parent?.()]
  },

  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          if (editor.state.selection.empty && !editor.isActive("link")) return false
          askTarget(editor, this.options).then((target) => target && setLink(editor, target))
          return true
        },
    }
  },
})

function record(name) {
  return {
    default: null,
    parseHTML: ({ dataset }) => numberIn(dataset[name]),
    renderHTML: (attributes) => (attributes[name] ? { [`data-${name}`]: attributes[name] } : {}),
  }
}

function setLink(editor, target) {
  const chain = editor.chain().focus()
  if (editor.isActive("link")) chain.extendMarkRange("link")
  chain.setMark("link", { href: null, article: null, person: null, ...target }).run()
}

/** One field for all: what begins like an address is one, other words are looked for among stories and people. */
async function askTarget(editor, { articles, people }) {
  const { from, to } = editor.state.selection
  const { href } = editor.getAttributes("link")
  const chosen = await choose({
    title: gettext("Link"),
    label: gettext("An address, or words of a headline or a name"),
    words: href ?? editor.state.doc.textBetween(from, to, " ").slice(0, 80),
    find: async (words, signal) => {
      if (ADDRESS.test(words)) return [{ target: { href: words.replace(/^www\./i, "https://www.") } }]
      const query = new URLSearchParams({ q: words })
      const [persons, stories] = await Promise.all([
        words ? fetchRecords(`${people}?${query}`, { signal }) : [],
        findArticles(articles, words, signal),
      ])
      return [
        ...persons.slice(0, 6).map((person) => ({ target: { person: person.id }, person })),
        ...stories.map((article) => ({ target: { article: article.id }, article })),
      ]
    },
    draw: ({ target, person, article }) => {
      if (article) return articleWords(article)
      return [
        crel("span", { className: "desk-chooser-words" }, [
          crel("strong", { textContent: person ? person.name : target.href }),
          crel("span", { textContent: person ? person.office : gettext("Link to this address") }),
        ]),
      ]
    },
  })
  return chosen?.target
}
