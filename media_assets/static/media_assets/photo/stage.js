/** The picture: the focal point, the marks of people, and what a pointer or a key does to them. */

import { nameOf, placeOf, regionOf, setRegion } from "./rows.js"

const SVG = "http://www.w3.org/2000/svg"
const STEP = 0.01
const LEAST_BOX = 0.015 // a shorter drag is a click that trembled
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

export function startStage({ form, words, say }, people) {
  const stage = document.getElementById("stage")
  if (!stage) return
  const svg = stage.querySelector(".marks")
  const [width, height] = [Number(svg.dataset.width), Number(svg.dataset.height)]
  const modes = [...document.querySelectorAll("[data-mode][role=radio]")]
  const [across, down] = [form.elements.focal_x, form.elements.focal_y]
  const helps = { look: words.modeLook, focal: words.modeFocal, people: words.modePeople }
  let lit = null
  let drawn = null // a box being drawn

  const inside = (value) => Math.min(1, Math.max(0, value))
  const mode = () => stage.dataset.mode

  // --- modes ----------------------------------------------------------------------------------------------------

  function setMode(name) {
    stage.dataset.mode = name
    for (const each of modes) {
      const isChosen = each.dataset.mode === name
      each.setAttribute("aria-checked", isChosen)
      each.tabIndex = isChosen ? 0 : -1
    }
    say(helps[name])
    draw()
  }

  for (const each of modes) each.addEventListener("click", () => setMode(each.dataset.mode))
  modes[0].parentElement.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    const next = modes[(modes.indexOf(event.target) + by + modes.length) % modes.length]
    setMode(next.dataset.mode)
    next.focus()
  })

  // --- drawing --------------------------------------------------------------------------------------------------

  function shape(name, attributes, text) {
    const made = document.createElementNS(SVG, name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    if (text !== undefined) made.textContent = text
    return made
  }

  function markOf(row) {
    const region = row === people.active() && drawn ? drawn : regionOf(row)
    if (!region) return []
    const [x, y] = [region.x * width, region.y * height]
    const size = Math.max(width, height) / 45
    const group = shape("g", { class: row === people.active() ? "mark is-active" : "mark" })
    group.classList.toggle("is-lit", row === lit)
    if (region.width && region.height) {
      group.append(shape("rect", { x, y, width: region.width * width, height: region.height * height }))
    } else group.append(shape("circle", { cx: x, cy: y, r: size * 0.8, class: "point" }))
    // A number cut off by the edge would be no number.
    const [labelX, labelY] = [Math.max(x, size * 0.8), Math.max(y, size * 0.8)]
    group.append(shape("circle", { cx: labelX, cy: labelY, r: size * 0.75, class: "disc" }))
    group.append(shape("text", { x: labelX, y: labelY, "font-size": size, dy: "0.35em" }, placeOf(row)[1] || "?"))
    group.append(shape("title", {}, nameOf(row) || words.nobody))
    group.addEventListener("pointerenter", () => people.light(row))
    group.addEventListener("pointerleave", () => people.light(null))
    if (mode() === "look") group.addEventListener("click", () => people.activate(row))
    return [group]
  }

  function focal() {
    return { x: inside(Number(across.value)), y: inside(Number(down.value)) }
  }

  function cross() {
    const { x, y } = focal()
    const size = Math.max(width, height) / 30
    const [cx, cy] = [x * width, y * height]
    const lines = `M${cx - size} ${cy}H${cx + size}M${cx} ${cy - size}V${cy + size}`
    const group = shape("g", { class: "cross" })
    group.append(shape("path", { d: lines, class: "halo" }), shape("path", { d: lines }))
    group.append(shape("circle", { cx, cy, r: size * 0.5, class: "halo" }), shape("circle", { cx, cy, r: size * 0.5 }))
    return group
  }

  function draw() {
    const marks = people ? people.rows().flatMap(markOf) : []
    svg.replaceChildren(...(mode() === "focal" ? [cross()] : marks))
    const { x, y } = focal()
    // Where a browser puts the picture in a crop is where ImageOps.fit cuts it: the same share of what is left over.
    for (const image of document.querySelectorAll(".crop img")) image.style.objectPosition = `${x * 100}% ${y * 100}%`
  }

  // --- the focal point ------------------------------------------------------------------------------------------

  function setFocal(x, y) {
    across.value = inside(x).toFixed(2)
    down.value = inside(y).toFixed(2)
    form.dispatchEvent(new CustomEvent("photo:changed"))
  }

  // --- people ---------------------------------------------------------------------------------------------------

  function setMark(row, region) {
    setRegion(row, region)
    people.show()
    people.changed()
  }

  /** Seven people are seven clicks: after each the next one without a mark is chosen. */
  function advance(row) {
    const found = people.rows()
    const next = found.slice(found.indexOf(row) + 1).find((each) => !regionOf(each))
    if (next) people.activate(next)
  }

  function shifted(region, [dx, dy], isSizing) {
    const { x, y } = region
    if (!isSizing) {
      return { ...region, x: inside(Math.min(x + dx * STEP, 1 - region.width)), y: inside(Math.min(y + dy * STEP, 1 - region.height)) }
    }
    const box = region.width && region.height ? region : { x, y, width: 0.05, height: 0.05 }
    const sized = (value, by, start) => Math.min(1 - start, Math.max(STEP, value + by * STEP))
    return { x, y, width: sized(box.width, dx, x), height: sized(box.height, dy, y) }
  }

  // --- pointer --------------------------------------------------------------------------------------------------

  function shareOf(event) {
    const box = svg.getBoundingClientRect()
    return { x: inside((event.clientX - box.left) / box.width), y: inside((event.clientY - box.top) / box.height) }
  }

  function boxOf(one, other) {
    const size = { width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) }
    const isBox = size.width > LEAST_BOX && size.height > LEAST_BOX
    return isBox ? { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), ...size } : { ...one, width: 0, height: 0 }
  }

  let start = null

  svg.addEventListener("pointerdown", (event) => {
    if (event.button || mode() === "look") return
    event.preventDefault()
    stage.focus({ preventScroll: true })
    if (mode() === "people" && !people?.active()) return say(words.noPerson)
    start = shareOf(event)
    svg.setPointerCapture(event.pointerId)
    if (mode() === "focal") setFocal(start.x, start.y)
  })

  svg.addEventListener("pointermove", (event) => {
    if (!start) return
    const here = shareOf(event)
    if (mode() === "focal") return setFocal(here.x, here.y)
    drawn = boxOf(start, here)
    draw()
  })

  svg.addEventListener("pointerup", (event) => {
    if (!start) return
    const from = start
    start = drawn = null
    if (mode() !== "people") return
    const row = people.active()
    setMark(row, boxOf(from, shareOf(event)))
    advance(row)
  })

  svg.addEventListener("pointercancel", () => {
    start = drawn = null
    draw()
  })

  // --- keys -----------------------------------------------------------------------------------------------------

  stage.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key]
    if (event.altKey || event.ctrlKey || event.metaKey || mode() === "look") return
    if (mode() === "focal") {
      if (!arrow) return
      event.preventDefault()
      const by = STEP * (event.shiftKey ? 5 : 1)
      return setFocal(Number(across.value) + arrow[0] * by, Number(down.value) + arrow[1] * by)
    }
    const row = people?.active()
    if (!row || !(arrow || ["Delete", "Backspace", "Escape"].includes(event.key))) return
    event.preventDefault()
    if (event.key === "Escape") return row.querySelector("[data-mark]").focus()
    if (!arrow) return setMark(row, null)
    setMark(row, shifted(regionOf(row) ?? { x: 0.5, y: 0.5, width: 0, height: 0 }, arrow, event.shiftKey))
  })

  form.addEventListener("photo:mark", ({ detail: row }) => {
    setMode("people")
    if (!regionOf(row)) setRegion(row, { x: 0.5, y: 0.5, width: 0, height: 0 })
    stage.focus()
  })
  form.addEventListener("photo:lit", ({ detail: row }) => {
    if (lit === row) return
    lit = row
    svg.querySelectorAll(".mark").forEach((group, place) => {
      group.classList.toggle("is-lit", people.rows().filter(regionOf)[place] === row)
    })
  })
  form.addEventListener("photo:changed", draw)
  form.addEventListener("photo:active", draw)
  for (const each of [across, down]) each.addEventListener("input", draw)
  setMode("look")
}
