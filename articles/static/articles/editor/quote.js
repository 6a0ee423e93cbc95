import { Blockquote, crel, findParentNode, gettext } from "django-prose-editor/editor"
import { blockView, button, handle, toolsOf } from "articles/editor/blocks"
import { choose } from "articles/editor/chooser"
import { fetchRecords, recordsAt } from "articles/editor/records"

const quoteAround = findParentNode((node) => node.type.name === "blockquote")

/** A quote that keeps who said it, stored as <blockquote data-speaker="7">…</blockquote>. */
export const Quote = Blockquote.extend({
  addOptions() {
    return { ...this.parent?.(), people: "", named: "" }
  },

  addStorage() {
    return { record: recordsAt(this.options.people) }
  },

  addAttributes() {
    return {
      speaker: {
        default: null,
        parseHTML: ({ dataset }) => (/^\d{1,11}$/.test(dataset.speaker ?? "") ? Number(dataset.speaker) : null),
        renderHTML: ({ speaker }) => (speaker ? { "data-speaker": speaker } : {}),
      },
    }
  },

  addNodeView() {
    return ({ node, editor, getPos }) => quoteView(node, editor, getPos, this)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "speaker",
      groups: "nodes",
      button: buttons.material("record_voice_over", gettext("Who says this?")),
      option: null,
      hidden: (editor) => !editor.isActive("blockquote"),
      active: (editor) => Boolean(editor.getAttributes("blockquote").speaker),
      command: (editor) => askSpeaker(editor, quoteAround(editor.state.selection).pos, this.options),
    })
  },
})

async function askSpeaker(editor, position, { people, named }) {
  const person = await choose({
    title: gettext("Who says this?"),
    hint: gettext("Readers see who says this when the text names that person."),
    find: (words, signal) =>
      words
        ? fetchRecords(`${people}?${new URLSearchParams({ q: words })}`, { signal })
        : fetchRecords(named, { method: "POST", body: textOf(editor), signal }),
    draw: (person) => [
      crel("span", { className: "desk-chooser-words" }, [
        crel("strong", { textContent: person.name }),
        crel("span", { textContent: person.office }),
      ]),
    ],
  })
  if (person) setSpeaker(editor, position, person.id)
}

/** The text as the desk reads names in it, with the token of the form the editor stands in. */
function textOf(editor) {
  const body = new FormData()
  body.set("text", editor.getHTML())
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value)
  return body
}

function setSpeaker(editor, position, speaker) {
  editor
    .chain()
    .focus()
    .command(({ tr }) => Boolean(tr.setNodeAttribute(position, "speaker", speaker)))
    .run()
}

function quoteView(node, editor, getPos, { options, storage }) {
  const who = crel("span", { className: "desk-speaker" })
  const ask = button("", () => askSpeaker(editor, getPos(), options))
  const remove = button(gettext("Remove the speaker"), () => setSpeaker(editor, getPos(), null))
  const contentDOM = crel("div")
  const footer = handle("footer", [who, ask, remove])
  const dom = crel("blockquote", {}, [contentDOM, footer, toolsOf(editor, getPos)])
  let shown

  async function draw({ attrs }) {
    if (attrs.speaker === shown) return
    shown = attrs.speaker
    ask.textContent = shown ? gettext("Somebody else") : gettext("Who says this?")
    remove.hidden = !shown
    const person = shown ? await storage.record(shown).catch(() => undefined) : null
    if (attrs.speaker === shown) who.textContent = shown ? spoken(person) : ""
  }
  return blockView(node, { dom, contentDOM, draw })
}

/** `person` is undefined when the desk did not answer, null when there is no such person. */
function spoken(person) {
  if (person === undefined) return gettext("The name cannot be shown now; it is still kept.")
  if (person === null) return gettext("This person is no longer on record: choose another.")
  return [person.name, person.office].filter(Boolean).join(", ")
}
