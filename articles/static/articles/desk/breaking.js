/* Breaking news: says what like it has just come out while the line is typed, and is sent by one key. */

const PAUSE_MS = 400

const form = document.querySelector("form.breaking")
const { line, language } = form.elements
const list = form.querySelector(".similar")
const send = form.querySelector("[type=submit]")
let timer = 0
let asked = 0

line.addEventListener("input", () => {
  clearTimeout(timer)
  timer = setTimeout(ask, PAUSE_MS)
})
line.addEventListener("keydown", (event) => {
  if (event.code !== "Enter") return
  event.preventDefault() // one line
  if (event.ctrlKey || event.metaKey) form.requestSubmit()
})
// Sent twice it would be two stories.
form.addEventListener("submit", () => (send.disabled = true))
addEventListener("pageshow", () => (send.disabled = false))

async function ask() {
  const number = ++asked
  const query = new URLSearchParams({ q: line.value, language: language.value })
  const answer = await fetch(`${form.dataset.similar}?${query}`).catch(() => null)
  if (!answer?.ok || number !== asked) return
  const { similar } = await answer.json()
  list.replaceChildren(...similar.map(entry))
}

function entry({ words, url }) {
  const link = Object.assign(document.createElement("a"), { href: url, target: "_blank", textContent: words })
  const item = document.createElement("li")
  item.append(link)
  return item
}
