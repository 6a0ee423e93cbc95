/** The list of who is in the picture: adding, moving, removing, numbering, and what the description proposes. */

import { ordered } from "./order.js"
import { field, nameOf, personOf, placeOf, regionOf, saidOf, setPerson, setPlace } from "./rows.js"

/** Somebody to choose, with the face: the boxes of Django have words alone. */
function choice({ text, face }) {
  const made = document.createElement("span")
  made.className = "who"
  if (face) {
    const image = document.createElement("img")
    Object.assign(image, { src: face, alt: "", width: 32, height: 32 })
    made.append(image)
  }
  made.append(text)
  return made
}

export function startPeople({ form, addresses, words, ask, say }) {
  const list = document.getElementById("people-list")
  if (!list) return null // whoever may not change it reads it
  window.django.jQuery.fn.select2.defaults.set("templateResult", choice) // the boxes are made after this module
  const template = document.getElementById("person-row")
  const total = form.elements["persons_shown-TOTAL_FORMS"]
  const proposal = document.getElementById("proposal")
  let active = null

  const rows = () => [...list.querySelectorAll(".person:not([hidden])")].sort(byPlace)

  function byPlace(one, other) {
    const [a, b] = [placeOf(one), placeOf(other)]
    return a[0] - b[0] || a[1] - b[1]
  }

  function changed() {
    form.dispatchEvent(new CustomEvent("photo:changed"))
  }

  /** Put the list into the order of its places, and say in each row what there is to say. */
  function show() {
    const focused = document.activeElement
    const found = rows()
    found.forEach((row, place) => list.children[place] !== row && list.insertBefore(row, list.children[place]))
    if (focused !== document.activeElement && list.contains(focused)) focused.focus()
    const hasRows = new Set(found.map((row) => placeOf(row)[0])).size > 1
    for (const row of found) {
      const place = placeOf(row)
      row.querySelector(".person-number").textContent = hasRows ? place.join(".") : place[1] || ""
      row.classList.toggle("is-active", row === active)
      row.querySelector("[data-mark]").classList.toggle("is-marked", Boolean(regionOf(row)))
      row.querySelector(".person-mark").textContent = regionOf(row) ? words.marked : words.notMarked
      showName(row)
    }
  }

  /** Whoever is on record has the name there; for anybody else a record can be made out of the name. */
  function showName(row) {
    const isOnRecord = Boolean(personOf(row))
    const name = field(row, "name")
    row.querySelector(".person-named").hidden = isOnRecord
    if (isOnRecord) name.value = ""
    const link = row.querySelector(".make-record")
    link.hidden = isOnRecord || !name.value.trim()
    const parts = name.value.trim().split(/\s+/)
    const asked = { _popup: 1, family_name: parts.pop(), given_name: parts.join(" ") }
    link.href = `${addresses.person}?${new URLSearchParams(asked)}`
  }

  function add() {
    const number = Number(total.value)
    const html = template.innerHTML.replaceAll("__prefix__", number)
    list.insertAdjacentHTML("beforeend", html)
    total.value = number + 1
    const row = list.lastElementChild
    const last = rows().filter((each) => each !== row).at(-1)
    setPlace(row, last ? [placeOf(last)[0], placeOf(last)[1] + 1] : [1, 1])
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true })) // Django's boxes begin to search
    return row
  }

  function remove(row) {
    const [line, position] = placeOf(row)
    field(row, "DELETE").checked = true
    row.hidden = true
    for (const other of rows()) {
      const place = placeOf(other)
      if (place[0] === line && place[1] > position) setPlace(other, [line, place[1] - 1])
    }
    if (active === row) active = null
  }

  /** The neighbours change places: a number that nobody on record has stays where it is. */
  function move(row, by) {
    const found = rows()
    const other = found[found.indexOf(row) + by]
    if (!other) return
    const [mine, theirs] = [placeOf(row), placeOf(other)]
    setPlace(row, theirs)
    setPlace(other, mine)
  }

  function activate(row) {
    if (active === row) return
    active = row
    show()
    form.dispatchEvent(new CustomEvent("photo:active"))
  }

  list.addEventListener("focusin", (event) => activate(event.target.closest(".person")))
  list.addEventListener("pointerover", (event) => light(event.target.closest(".person")))
  list.addEventListener("pointerleave", () => light(null))

  function light(row) {
    for (const each of rows()) each.classList.toggle("is-lit", each === row)
    form.dispatchEvent(new CustomEvent("photo:lit", { detail: row }))
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button")
    const row = event.target.closest(".person")
    if (!row) return
    activate(row)
    if (button?.dataset.move) move(row, Number(button.dataset.move))
    else if (button && "remove" in button.dataset) remove(row)
    else if (button && "mark" in button.dataset) form.dispatchEvent(new CustomEvent("photo:mark", { detail: row }))
    else return
    show()
    changed()
  })

  list.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return
    event.preventDefault()
    move(event.target.closest(".person"), event.key === "ArrowUp" ? -1 : 1)
    show()
    changed()
  })

  list.addEventListener("input", (event) => event.target.name?.endsWith("-name") && showName(event.target.closest(".person")))
  list.addEventListener("change", refresh)
  window.django.jQuery(list).on("change", "select", refresh) // select2 and Django's popup tell jQuery alone
  function refresh() {
    show()
    changed()
  }

  document.getElementById("add-person").addEventListener("click", () => {
    const row = add()
    show()
    changed()
    field(row, "name").focus()
  })

  document.getElementById("number-people").addEventListener("click", () => {
    const found = rows()
    for (const [row, place] of ordered(found.map((row) => [row, regionOf(row)]))) setPlace(row, place)
    show()
    changed()
  })

  // --- what the description names -------------------------------------------------------------------------------

  let proposed = []

  document.getElementById("read-people").addEventListener("click", async () => {
    const answer = await ask("read", { text: form.elements.description.value, taken: form.elements.date_created.value })
    if (!answer) return
    proposed = answer.people
    if (!proposed.length) return say(words.nobodyRead)
    proposal.querySelector("ol").replaceChildren(...proposed.map(line))
    proposal.hidden = false
    proposal.focus()
  })

  function line(one) {
    const item = document.createElement("li")
    const notes = [one.label, one.office, !one.person && words.leave, one.row > 1 && `${words.row} ${one.row}`]
    item.textContent = notes.filter(Boolean).join(" · ")
    item.classList.toggle("is-unknown", !one.person)
    return item
  }

  proposal.addEventListener("click", (event) => {
    if ("take" in event.target.dataset) take()
    else if (!("leave" in event.target.dataset)) return
    proposal.hidden = true
    document.getElementById("read-people").focus()
  })

  /** The people of the description in its order, each with the mark already made; whoever it leaves out comes last. */
  function take() {
    const before = rows()
    const ends = new Map()
    for (const one of proposed) {
      const known = before.find((row) => (one.person ? personOf(row) === String(one.person) : isNamed(row, one.name)))
      const row = known ?? add()
      if (known) before.splice(before.indexOf(known), 1)
      if (one.person) setPerson(row, one.person, one.label)
      else field(row, "name").value = one.name
      if (one.office) field(row, "office").value = one.office
      const position = one.position || (ends.get(one.row) ?? 0) + 1
      ends.set(one.row, Math.max(position, ends.get(one.row) ?? 0))
      setPlace(row, [one.row, position])
    }
    const last = Math.max(...ends.keys())
    for (const row of before) {
      ends.set(last, ends.get(last) + 1)
      setPlace(row, [last, ends.get(last)])
    }
    show()
    changed()
  }

  function isNamed(row, name) {
    return nameOf(row).toLocaleLowerCase() === name.toLocaleLowerCase()
  }

  show()
  return { rows, said: () => rows().map(saidOf), active: () => active, activate, light, show, changed }
}
