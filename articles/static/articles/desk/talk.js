/* Comments beside the text: sent and ticked without leaving the page, so that nothing typed in the form is lost. */

import { suggestColleagues } from "articles/desk/colleagues"
import { offerSelection, show } from "articles/desk/about"
import { gettext } from "articles/desk/words"

const REST_MS = 60_000

class Talk {
  constructor(section, form) {
    this.section = section
    this.form = form
    this.text = form.elements.text
    this.about = form.elements.about
    this.list = section.querySelector(".said-list")
    this.error = section.querySelector(".say-error")
    this.quoted = section.querySelector(".say-about")
  }

  begin() {
    this.form.addEventListener("submit", (event) => this.submit(event))
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit()
    })
    this.quoted.querySelector("button").addEventListener("click", () => this.speakOf(""))
    this.list.addEventListener("click", ({ target }) => {
      const words = target.closest("[data-about]")?.dataset.about
      if (words && !show(words)) this.tell(gettext("These words are no longer in the text."))
    })
    // What colleagues say meanwhile: whenever somebody comes back to the window, else once a minute.
    window.addEventListener("focus", () => this.look())
    setInterval(() => document.hidden || this.look(), REST_MS)
  }

  /** The comment is about these words of the story, or about all of it. */
  speakOf(words) {
    this.about.value = words
    this.quoted.hidden = !words
    this.quoted.querySelector("q").textContent = words
    if (words) this.text.focus()
  }

  async submit(event) {
    event.preventDefault()
    if (this.isSending) return
    const button = event.submitter
    const isTick = button?.hasAttribute("formaction") ?? false
    const body = new FormData(this.form, button)
    this.isSending = true
    const answer = await this.ask(isTick ? button.formAction : this.form.action, { method: "POST", body })
    this.isSending = false
    if (!answer.html) return this.tell(answer.error)
    this.draw(answer.html)
    if (!isTick) {
      this.text.value = ""
      this.speakOf("")
      this.text.focus()
    }
  }

  async look() {
    if (this.isSending) return
    const { html } = await this.ask(this.section.dataset.list, {})
    if (html && !this.isSending) this.draw(html)
  }

  /** What the desk answers: the list as it is now, or a sentence that says why not. */
  async ask(address, options) {
    try {
      const response = await fetch(address, { ...options, headers: { Accept: "application/json" }, redirect: "manual" })
      if (response.ok || response.status === 400) return await response.json()
      return { error: gettext("Not sent: you have been signed out, or may not see this story any more.") }
    } catch {
      return { error: gettext("Not sent: the desk does not answer. Your comment stands here; send it again in a moment.") }
    }
  }

  tell(sentence) {
    this.error.textContent = sentence
  }

  /** The list anew; what somebody has unfolded stays so, and a list that is the same is left alone. */
  draw(html) {
    this.tell("")
    if (html === this.drawn) return
    this.drawn = html
    const open = [...this.list.querySelectorAll("details[open]")].map(({ dataset }) => dataset.keep)
    this.list.innerHTML = html
    for (const details of this.list.querySelectorAll("details")) details.open = open.includes(details.dataset.keep)
  }
}

const section = document.getElementById("talk")
const talk = new Talk(section, document.getElementById("talk_form"))
talk.begin()
suggestColleagues(talk.text, section.dataset.colleagues)
offerSelection(section.querySelector(".comment-on"), (words) => talk.speakOf(words))
