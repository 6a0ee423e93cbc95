/* The contact sheet: cards, keys that go from one to the next, values for many at once. */

import { Card } from "./card.js"
import { pickPerson } from "./picker.js"

const page = JSON.parse(document.getElementById("sheet").textContent)
const { words } = page
const token = document.querySelector("[name=csrfmiddlewaretoken]").value
const say = (sentence, pieces) => sentence.replace(/%\((\w+)\)s/g, (_, name) => pieces[name])

const cards = []
for (const element of document.querySelectorAll(".sheet-card")) {
  const address = page.save.replace("/0/", `/${element.dataset.photo}/`)
  cards.push(new Card(element, { address, token, words, onChange: count }))
}

const cardOf = (target) => cards.find((card) => card.element.contains(target))
const ticked = () => cards.filter((card) => card.element.querySelector("[data-tick]").checked)

function count() {
  for (const line of document.querySelectorAll("[data-lacks]")) {
    const lacking = cards.filter((card) => !card.field(line.dataset.lacks).value.trim()).length
    line.querySelector("b").textContent = lacking
    line.classList.toggle("state-alert", lacking > 0 && line.dataset.lacks === "credit_line")
  }
}

// --- keys -------------------------------------------------------------------------------------------------------------
function go(card, step, name) {
  const next = cards[cards.indexOf(card) + step]
  if (!next) return
  const target = name ? next.field(name) : next.element.querySelector("[data-preview]")
  target.focus()
  target.select?.()
  next.element.scrollIntoView({ block: "nearest" })
}

// Keys go by their place on the keyboard: on a Russian one Ctrl+D types «в».
document.addEventListener("keydown", (event) => {
  const card = cardOf(event.target)
  if (!card) return
  const name = event.target.name || ""
  const withControl = event.ctrlKey || event.metaKey
  const done = () => event.preventDefault()
  if (withControl && event.key === "Enter") {
    done()
    card.save()
    go(card, 1, name)
  } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    done()
    go(card, event.key === "ArrowDown" ? 1 : -1, name)
  } else if (withControl && event.code === "KeyD" && name) {
    done()
    const above = cards[cards.indexOf(card) - 1]
    if (event.shiftKey) setForTicked(name, event.target.value)
    else if (above) card.set(name, above.field(name).value)
  } else if (event.key === "F2") {
    done()
    card.save({ read: true })
  } else if (event.key === "F4") {
    done()
    card.save({ compose: true })
  } else if (event.key === "Enter" && name === "alt_text") {
    if (card.takeProposal()) done()
  } else if (event.key === " " && event.target.matches("[data-preview]")) {
    done()
    const box = card.element.querySelector("[data-tick]")
    box.checked = !box.checked
    tell(card)
  }
})
// A button is pressed when Space goes up: here it has ticked the photo already.
document.addEventListener("keyup", (event) => {
  if (event.key === " " && event.target.matches?.("[data-preview]")) event.preventDefault()
})

// --- pictures and people ------------------------------------------------------------------------------------------------
function zoom(button) {
  const dialog = document.getElementById("zoom")
  const picture = dialog.querySelector("img")
  picture.src = button.dataset.large
  picture.width = button.dataset.width
  picture.height = button.dataset.height
  picture.alt = button.querySelector("img")?.alt ?? ""
  dialog.showModal()
}

async function choose(card, name, among) {
  const person = await pickPerson({ address: page.people, name, among, words })
  if (!person) return
  const line = card.field("who")
  if (!name) line.value = [line.value.trim(), person.name].filter(Boolean).join(", ")
  card.save({ chosen: { [name || person.name]: person.id } })
}

document.addEventListener("click", (event) => {
  const card = cardOf(event.target)
  const button = event.target.closest("button")
  if (!card || !button) return
  if (button.matches("[data-preview]")) zoom(button)
  else if (button.matches("[data-read]")) card.save({ read: true })
  else if (button.matches("[data-compose]")) card.save({ compose: true })
  else if (button.matches("[data-add]")) choose(card, "")
  else if (button.matches(".chip")) choose(card, button.dataset.name, button.dataset.others.match(/\d+/g) ?? [])
})

// --- many at once -------------------------------------------------------------------------------------------------------
const all = document.getElementById("tick-all")
const setButton = document.getElementById("bulk-set")
let lastTicked = null

function tell(card) {
  lastTicked = card
  const chosen = ticked()
  for (const each of cards) each.element.classList.toggle("ticked", chosen.includes(each))
  all.checked = chosen.length === cards.length && cards.length > 0
  all.indeterminate = chosen.length > 0 && !all.checked
  setButton.disabled = !chosen.length
  setButton.textContent = say(words.setFor, { count: chosen.length })
}

document.addEventListener("click", (event) => {
  if (!event.target.matches("[data-tick]")) return
  const card = cardOf(event.target)
  if (event.shiftKey && lastTicked) {
    const [from, to] = [cards.indexOf(lastTicked), cards.indexOf(card)].sort((a, b) => a - b)
    for (const each of cards.slice(from, to + 1)) each.element.querySelector("[data-tick]").checked = event.target.checked
  }
  tell(card)
})

all.addEventListener("change", () => {
  for (const card of cards) card.element.querySelector("[data-tick]").checked = all.checked
  tell(null)
})

function setForTicked(name, value) {
  for (const card of ticked()) {
    card.set(name, value)
    card.save()
  }
}

setButton.addEventListener("click", () => {
  setForTicked(document.getElementById("bulk-field").value, document.getElementById("bulk-value").value)
})

addEventListener("beforeunload", (event) => {
  if (cards.some((card) => card.isDirty() || card.running)) event.preventDefault()
})

tell(null)
count()
