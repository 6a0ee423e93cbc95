/** The page of a photo: the picture, the people beside it and the words, each in a module; the form is what they share. */

import { startPeople } from "./photo/people.js"
import { startStage } from "./photo/stage.js"
import { startWords } from "./photo/words.js"

const form = document.getElementById("photo_form")
const { addresses, words } = JSON.parse(document.getElementById("photo-script").textContent)

/** A promise of what the server answers to this page's words; null when it did not, which is said on the page. */
async function ask(name, said, signal) {
  try {
    const response = await fetch(addresses[name], {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      body: JSON.stringify(said),
      signal,
    })
    if (response.ok) return await response.json()
  } catch (error) {
    if (error.name === "AbortError") return null
  }
  say(words.broken)
  return null
}

/** One line under the picture, read out to whoever cannot see it. */
function say(sentence) {
  document.getElementById("stage-help").textContent = sentence
}

const page = { form, addresses, words, ask, say }
const people = startPeople(page)
startStage(page, people)
startWords(page, people)

// What is typed and not saved must not go with a click on a link.
let isChanged = false
form.addEventListener("input", () => (isChanged = true))
form.addEventListener("photo:changed", () => (isChanged = true))
form.addEventListener("submit", () => (isChanged = false))
window.addEventListener("beforeunload", (event) => isChanged && event.preventDefault())
