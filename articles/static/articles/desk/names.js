import { changesOf, write } from "articles/desk/corrections"
import { drawMarks, marksPlugin } from "articles/desk/marks"
import { fieldOf, placeOf, rangeInField, rangesIn } from "articles/desk/places"
import { gettext } from "articles/desk/words"

const PAUSE_MS = 900

/**
 * The panel beside the text: read anew whenever the text rests, its buttons answered without leaving the page.
 *
 * The text of a new article belongs to nobody yet: its buttons save it first, as a form does.
 */
export function watchNames(form) {
  const panel = new Panel(form)
  form.addEventListener("input", (event) => panel.holds(event.target) || panel.readSoon())
  form.addEventListener("change", (event) => panel.holds(event.target) || panel.readSoon())
  form.addEventListener("click", (event) => panel.click(event))
  form.querySelector(".told").addEventListener("click", ({ currentTarget }) => currentTarget.replaceChildren())
  form.addEventListener("prose-editor:ready", ({ detail }) => {
    if (detail.textarea.name === "body") panel.take(detail.editor)
  })
}

class Panel {
  constructor(form) {
    this.form = form
    this.marks = JSON.parse(document.getElementById("marks").textContent)
    this.editor = null
    this.timer = 0
    this.latest = null
    this.pressed = new Set()
    this.answered = Promise.resolve()
  }

  get element() {
    return this.form.querySelector(".named")
  }

  holds(element) {
    return this.element.contains(element)
  }

  take(editor) {
    this.editor = editor
    editor.registerPlugin(marksPlugin((entry) => this.pointAt(entry)))
    drawMarks(editor, this.marks)
  }

  readSoon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), PAUSE_MS)
  }

  /** Buttons are answered one after the other; one that is pressed twice, once. */
  press(said) {
    if (this.pressed.has(said)) return
    this.pressed.add(said)
    this.answered = this.answered.then(() => this.ask(said)).finally(() => this.pressed.delete(said))
  }

  /** Have the text read by the desk, after doing what a button says; a later question overtakes an earlier one. */
  async ask(said = null) {
    clearTimeout(this.timer)
    if (this.latest?.isDeed) return this.readSoon()
    this.latest?.abort.abort()
    const asked = { abort: new AbortController(), isDeed: said !== null }
    this.latest = asked
    const body = new FormData(this.form)
    if (said !== null) {
      body.set("_decide", said)
      this.tell([]) // what an earlier button did says nothing of this one
    }
    const doc = this.editor?.state.doc
    this.element.setAttribute("aria-busy", "true")
    try {
      const address = this.form.dataset.names
      const response = await fetch(address, { method: "POST", body, signal: asked.abort.signal, redirect: "error" })
      if (!response.ok) throw new Error(`${address}: ${response.status}`)
      this.show(await response.json(), doc)
    } catch {
      if (said !== null) this.tell([{ level: "error", html: gettext("The desk does not answer. Try again in a moment.") }])
    } finally {
      if (this.latest === asked) this.latest = null
      this.element.removeAttribute("aria-busy")
    }
  }

  show({ html, checklist, marks, messages }, doc) {
    if (messages.length) this.tell(messages)
    this.advise(checklist)
    if (this.isBeingFilledIn() && !messages.length) return this.readSoon()
    const old = this.element
    old.insertAdjacentHTML("beforebegin", html)
    carryOver(old, old.previousElementSibling)
    old.remove()
    this.marks = marks
    // Typed on meanwhile: these places are of a text that is no more, the next answer brings its own.
    if (this.editor && this.editor.state.doc === doc) drawMarks(this.editor, marks)
  }

  /** What is to be looked at before publication; a list its reader has folded stays folded. */
  advise(html) {
    const old = this.form.querySelector(".checklist")
    const isFolded = old.querySelector("details")?.open === false
    old.insertAdjacentHTML("beforebegin", html)
    if (isFolded) old.previousElementSibling.querySelector("details")?.removeAttribute("open")
    old.remove()
  }

  /** Nobody's half-typed name is taken from under their fingers. */
  isBeingFilledIn() {
    const { activeElement } = document
    return this.holds(activeElement) && activeElement.matches("input:not([type=checkbox]), select")
  }

  tell(messages) {
    const list = this.form.querySelector(".told")
    list.replaceChildren(
      ...messages.map(({ level, html }) => {
        const item = document.createElement("p")
        item.className = level
        item.innerHTML = html // escaped by the desk
        return item
      }),
    )
  }

  click(event) {
    const button = event.target.closest("button")
    if (!button || !this.holds(button)) return
    const { dataset } = button
    if (button.name === "_decide" && this.form.dataset.article) {
      event.preventDefault()
      this.press(button.value)
    } else if (dataset.show) {
      this.select(placeOf(button, "show"))
    } else if (dataset.replace) {
      this.replace([{ place: placeOf(button, "replace"), words: dataset.words }])
      this.ask()
    } else if (dataset.replaceAll !== undefined) {
      const first = [...this.element.querySelectorAll(".typography .choice")].map((choice) => choice.querySelector("[data-replace]"))
      this.replace(first.filter(Boolean).map((each) => ({ place: placeOf(each, "replace"), words: each.dataset.words })))
      this.ask()
    }
  }

  /** Bring the reader of the text to the entry that speaks of a mark. */
  pointAt(entry) {
    const item = this.element.querySelector(`[data-entry="${CSS.escape(entry)}"], [data-finding="${CSS.escape(entry)}"]`)
    if (!item) return
    for (const each of this.element.querySelectorAll(".is-meant")) each.classList.remove("is-meant")
    item.classList.add("is-meant")
    for (let parent = item.parentElement; parent; parent = parent.parentElement) {
      if (parent instanceof HTMLDetailsElement) parent.open = true
    }
    if (matchMedia("(min-width: 64rem)").matches) item.scrollIntoView({ block: "nearest" })
  }

  /** Show where words stand: in the body or in a plain field. */
  select(place) {
    const field = fieldOf(this.form, place)
    if (field) {
      const range = rangeInField(field, place)
      if (!range) return
      field.focus()
      field.setSelectionRange(range.from, range.to)
      field.scrollIntoView({ block: "center" })
    } else if (this.editor) {
      const [range] = rangesIn(this.editor.state.doc, [place])
      if (!range) return
      this.editor.chain().focus().setTextSelection(range).run()
      this.editor.view.domAtPos(range.from).node.parentElement?.scrollIntoView({ block: "center" })
    }
  }

  /** Put other words in the place of these, the last first so that the others stay where they are. One undo takes the body's back. */
  replace(changes) {
    const inFields = changes.filter(({ place }) => fieldOf(this.form, place))
    for (const { place, words } of inFields.sort((a, b) => b.place.start - a.place.start)) {
      const field = fieldOf(this.form, place)
      const range = rangeInField(field, place)
      if (!range) continue
      field.setRangeText(words, range.from, range.to, "end")
      field.dispatchEvent(new Event("input", { bubbles: true }))
    }
    const inBody = changes.filter(({ place }) => !fieldOf(this.form, place)).map(({ place, words }) => ({ ...place, words }))
    if (!this.editor || !inBody.length) return
    const { state, view } = this.editor
    const { tr } = state
    for (const { letters, words } of rangesIn(state.doc, inBody).sort((a, b) => b.from - a.from)) {
      for (const change of changesOf(letters, words)) write(tr, change)
    }
    view.dispatch(tr)
  }
}

/** What somebody has opened, ticked or typed in the panel stays so when it is drawn anew. */
function carryOver(old, fresh) {
  for (const details of fresh.querySelectorAll("details[data-keep]")) {
    const before = old.querySelector(`details[data-keep="${CSS.escape(details.dataset.keep)}"]`)
    if (before) details.open = before.open
  }
  for (const box of old.querySelectorAll("[name=accept]")) {
    const same = fresh.querySelector(`[name=accept][value="${CSS.escape(box.value)}"]`)
    if (same) same.checked = box.checked
  }
  for (const name of new Set([...old.querySelectorAll("input[name*=':'], select[name*=':']")].map((field) => field.name))) {
    const [before, now] = [old, fresh].map((panel) => panel.querySelectorAll(`[name="${CSS.escape(name)}"]`))
    before.forEach((field, number) => {
      const isTyped = field.defaultValue === undefined || field.value !== field.defaultValue
      if (now[number] && isTyped) now[number].value = field.value
    })
  }
}
