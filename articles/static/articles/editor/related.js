import { crel, gettext, Node } from "django-prose-editor/editor"
import { articleWords, findArticles } from "articles/editor/articles_found"
import { blockView, button, handle, insertBlock, numberIn, removeButton, toolsOf } from "articles/editor/blocks"
import { choose } from "articles/editor/chooser"
import { recordsAt } from "articles/editor/records"

/** Another story offered in the middle of this one: <div data-article="12"></div>. Readers see its present headline. */
export const Related = Node.create({
  name: "related",
  priority: 150,
  group: "block",
  atom: true,
  draggable: true,

  addOptions() {
    return { articles: "" }
  },

  addStorage() {
    return { record: recordsAt(this.options.articles) }
  },

  addAttributes() {
    return {
      article: {
        default: null,
        parseHTML: ({ dataset }) => numberIn(dataset.article),
        renderHTML: ({ article }) => ({ "data-article": article }),
      },
    }
  },

  parseHTML() {
    return [{ tag: "div[data-article]", getAttrs: ({ dataset }) => (numberIn(dataset.article) ? null : false) }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["div", HTMLAttributes]
  },

  addNodeView() {
    return ({ node, editor, getPos }) => relatedView(node, editor, getPos, this)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "related",
      groups: "nodes",
      priority: 60,
      button: buttons.material("post_add", gettext("Offer another story")),
      option: null,
      active: (editor) => editor.isActive("related"),
      command: async (editor) => {
        const article = await chooseArticle(this.options.articles)
        if (article) insertBlock(editor, { type: "related", attrs: { article: article.id } })
      },
    })
  },
})

function chooseArticle(articles) {
  return choose({
    title: gettext("Offer another story"),
    find: (words, signal) => findArticles(articles, words, signal),
    draw: articleWords,
  })
}

function relatedView(node, editor, getPos, { options, storage }) {
  const headline = crel("strong")
  const told = crel("span")
  const line = handle("p", [headline, told])
  line.classList.add("desk-related-line")
  const another = button(gettext("Another story"), async () => {
    const article = await chooseArticle(options.articles)
    if (article) editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(getPos(), "article", article.id)))
  })
  const tools = toolsOf(editor, getPos, [another, removeButton(editor, getPos, gettext("Remove the story"))])
  const dom = crel("div", { className: "desk-related" }, [line, tools])
  let shown = null

  async function draw({ attrs }) {
    if (attrs.article === shown) return
    shown = attrs.article
    const article = await storage.record(shown).catch(() => undefined)
    if (attrs.article !== shown) return
    headline.textContent = article?.headline ?? gettext("Another story")
    told.textContent = toldOf(article)
  }
  return blockView(node, { dom, draw })
}

/** `article` is undefined when the desk did not answer, null when there is no such article. */
function toldOf(article) {
  if (article === undefined) return gettext("The story cannot be shown now; it is still in the text.")
  if (article === null) return gettext("This story is no longer on record: choose another.")
  return article.isPublic ? article.told : `${article.told}. ${gettext("Readers see it here once it is public.")}`
}
