/* One photo of the contact sheet: what is typed is saved behind one's back, and never over a colleague's words. */

import { NotSent, post } from "./sending.js"

const PAUSE_MS = 1000
const RETRIES_MS = [2000, 5000, 15000, 30000]
const AT_ONCE = 2

let going = 0
const queue = []

/** A value for forty photos is forty saves: two at a time, so that a colleague's page is answered in between. */
async function inTurn(work) {
  if (going >= AT_ONCE) await new Promise((resolve) => queue.push(resolve))
  going += 1
  try {
    return await work()
  } finally {
    going -= 1
    queue.shift()?.()
  }
}

const say = (sentence, pieces) => sentence.replace(/%\((\w+)\)s/g, (_, name) => pieces[name])

export class Card {
  constructor(element, { address, token, words, onChange }) {
    Object.assign(this, { element, address, token, words, onChange })
    this.fields = new Map([...element.querySelectorAll("[name]")].map((field) => [field.name, field]))
    this.base = new Map([...this.fields].map(([name, field]) => [name, field.value])) // as the server has it
    this.refused = new Map() // name -> the value that was refused: not sent again until it changes
    this.held = new Set() // fields a colleague changed: the editor chooses first
    this.failures = 0
    this.running = null
    for (const field of this.fields.values()) {
      field.addEventListener("input", () => this.changed())
      field.addEventListener("change", () => this.save())
    }
    element.querySelector("[data-confirm]").addEventListener("click", () => this.takeProposal())
    this.look()
  }

  field(name) {
    return this.fields.get(name)
  }

  isDirty() {
    return [...this.fields].some(([name, field]) => field.value !== this.base.get(name))
  }

  set(name, value) {
    const field = this.field(name)
    if (!field || field.value === value) return
    field.value = value
    this.changed()
  }

  changed() {
    this.look()
    if (!this.isDirty()) return
    this.tell(this.words.changed)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), PAUSE_MS)
  }

  changes() {
    const found = {}
    for (const [name, field] of this.fields) {
      const stood = this.base.get(name)
      if (field.value === stood || this.held.has(name) || this.refused.get(name) === field.value) continue
      found[name] = { from: stood, to: field.value }
    }
    return found
  }

  /** Send what has changed, one request at a time; `more` asks for people to be read, or the like. */
  async save(more = null) {
    clearTimeout(this.timer)
    while (this.running) await this.running
    const changes = this.changes()
    if (!more && !Object.keys(changes).length) return
    this.running = inTurn(() => this.send(changes, more)).finally(() => {
      this.running = null
    })
    await this.running
  }

  async send(changes, more) {
    this.tell(this.words.saving)
    try {
      const body = JSON.stringify({ changes, chosen: {}, ...more })
      const { said } = await post(this.address, body, { token: this.token })
      if (!said.values) throw new NotSent("server")
      this.failures = 0
      this.answered(changes, said)
    } catch (error) {
      if (!(error instanceof NotSent)) throw error
      this.tell(this.words[error.why] ?? this.words.server, "alert")
      if (!["broken", "server"].includes(error.why)) return
      const pause = RETRIES_MS[Math.min(this.failures++, RETRIES_MS.length - 1)]
      this.timer = setTimeout(() => this.save(more), pause)
    }
  }

  answered(changes, said) {
    for (const [name, value] of Object.entries(said.values)) {
      const field = this.field(name)
      const isUntouched = field.value === (changes[name]?.to ?? this.base.get(name))
      if (name in said.theirs) continue
      this.base.set(name, value)
      if (isUntouched) field.value = value
      this.said(name, "")
    }
    for (const [name, sentences] of Object.entries(said.errors)) {
      this.refused.set(name, this.field(name).value)
      this.said(name, sentences.join(" "))
    }
    for (const [name, theirs] of Object.entries(said.theirs)) this.ask(name, theirs, said.by)
    if (said.composed) this.compose(said.composed)
    this.element.querySelector("[data-chips]").innerHTML = said.chips
    const alt = this.field("alt_text")
    alt.placeholder = alt.dataset.proposed = said.alt
    if (Object.keys(said.errors).length) this.tell(this.words.refused, "alert")
    else if (!this.held.size && !this.isDirty()) this.tell(say(this.words.saved, said), "done")
    this.look()
  }

  /** Both texts are shown; nothing is sent for the field until the editor has chosen. */
  ask(name, theirs, by) {
    this.held.add(name)
    const box = this.said(name, "")
    const text = Object.assign(document.createElement("q"), { textContent: theirs })
    const who = Object.assign(document.createElement("p"), {
      textContent: `${say(this.words.theirs, { by: by || this.words.somebody })} `,
    })
    who.append(text)
    box.append(who, this.choice(name, theirs, theirs, this.words.keepTheirs), this.choice(name, theirs, null, this.words.keepMine))
    this.tell("")
  }

  choice(name, theirs, value, words) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words, className: "desk-button" })
    button.addEventListener("click", () => {
      this.held.delete(name)
      this.base.set(name, theirs)
      if (value !== null) this.field(name).value = value
      this.said(name, "")
      this.field(name).focus()
      this.look()
      this.save()
    })
    return button
  }

  said(name, sentence) {
    const box = this.element.querySelector(`[data-field="${name}"] .card-said`)
    box.textContent = sentence
    return box
  }

  /** Put the words into the description so that Ctrl+Z brings the old ones back. */
  compose(words) {
    const field = this.field("description")
    if (!words || field.value === words) return
    field.focus()
    field.select()
    if (!document.execCommand("insertText", false, words)) field.value = words
    this.changed()
  }

  takeProposal() {
    const alt = this.field("alt_text")
    if (alt.value || !alt.dataset.proposed) return false
    this.set("alt_text", alt.dataset.proposed)
    this.save()
    return true
  }

  tell(words, kind = "") {
    const line = this.element.querySelector("[data-state]")
    line.textContent = words
    line.dataset.kind = kind
  }

  look() {
    const alt = this.field("alt_text")
    this.element.querySelector("[data-confirm]").hidden = Boolean(alt.value || !alt.dataset.proposed)
    const credit = this.field("credit_line")
    credit.closest("[data-field]").classList.toggle("lacking", !credit.value.trim())
    this.onChange()
  }
}
