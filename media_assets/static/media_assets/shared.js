/* What is said once for the whole upload: saved before each file that goes, and offered to those that are in already. */

import { NotSent, post, postPatiently } from "./sending.js"

const say = (sentence, pieces) => sentence.replace(/%\((\w+)\)s/g, (_, name) => pieces[name])
const asText = (data) => JSON.stringify([...data.entries()])

export class Shared {
  /** `page` has addresses and words; `photos()` counts what is in; `put(rows)` shows rows that have changed. */
  constructor(form, page, { photos, put, begun }) {
    Object.assign(this, { form, page, photos, put, begun })
    this.token = form.elements.csrfmiddlewaretoken.value
    this.button = document.getElementById("apply")
    this.line = document.getElementById("shared-state")
    this.applied = asText(this.fields()) // what the photos already have
    this.kept = page.files ? this.applied : "" // what the server has
    this.batch = null
    this.button?.addEventListener("click", () => this.apply())
    form.addEventListener("input", () => this.offer())
  }

  fields() {
    const data = new FormData(this.form)
    data.delete("file")
    data.delete("csrfmiddlewaretoken")
    return data
  }

  /** The addresses of the upload, begun with its first file; the fields as they are now are saved before a file goes. */
  async addresses() {
    const before = this.batch
    this.batch = (async () => {
      await before?.catch(() => {})
      return this.keep()
    })()
    return this.batch
  }

  async keep() {
    const fields = this.fields()
    const isNew = !this.page.files
    if (!isNew && asText(fields) === this.kept) return this.page
    const address = isNew ? this.page.begin : this.page.shared
    const { status, said } = await postPatiently(address, fields, { token: this.token })
    this.showErrors(said.errors ?? {})
    if (status === 422) throw new NotSent("fields")
    this.kept = asText(fields)
    if (isNew) {
      this.applied = this.kept
      this.begun(Object.assign(this.page, said))
    }
    return this.page
  }

  offer() {
    if (!this.button) return
    this.button.hidden = !this.photos() || asText(this.fields()) === this.applied
    this.button.textContent = say(this.page.words.apply, { count: this.photos() })
  }

  async apply() {
    const fields = this.fields()
    const state = asText(fields)
    fields.append("apply", "1")
    this.button.disabled = true
    try {
      const { status, said } = await post(this.page.shared, fields, { token: this.token })
      this.showErrors(said.errors ?? {})
      if (status !== 200) return
      this.kept = this.applied = state
      this.put(said.rows)
      this.line.textContent = say(this.page.words.applied, { count: said.changed })
    } catch {
      this.line.textContent = this.page.words.notApplied
    } finally {
      this.button.disabled = false
      this.offer()
    }
  }

  showErrors(errors) {
    for (const field of this.form.querySelectorAll("[data-field]")) {
      field.querySelector(".errorlist")?.remove()
      const said = errors[field.dataset.field]
      field.classList.toggle("errors", Boolean(said))
      if (!said) continue
      const lines = document.createElement("ul")
      lines.className = "errorlist"
      lines.append(...said.map((sentence) => Object.assign(document.createElement("li"), { textContent: sentence })))
      field.prepend(lines)
      field.closest("details:not([open])")?.setAttribute("open", "")
    }
  }
}
