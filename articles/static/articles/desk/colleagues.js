const BEGUN = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}_.'’-]*(?: [\p{L}'’-]+)?)$/u
const MOST = 6

/** Colleagues offered under a box for the @ being typed: arrows, Enter or Tab, Escape, or a tap. */
export function suggestColleagues(field, address) {
  const list = document.createElement("ul")
  Object.assign(list, { className: "desk-suggestions", id: "colleagues", role: "listbox", hidden: true })
  field.after(list)
  const told = { role: "combobox", "aria-controls": list.id, "aria-autocomplete": "list", "aria-expanded": "false", autocomplete: "off" }
  for (const [name, value] of Object.entries(told)) field.setAttribute(name, value)
  let everybody = null
  let offered = []
  let chosen = 0

  const begun = () => BEGUN.exec(field.value.slice(0, field.selectionStart))?.[1]

  async function offer() {
    const typed = begun()
    if (typed === undefined) return draw([])
    everybody ??= ask(address)
    const found = holding(await everybody, typed)
    return draw(begun() === typed ? found.slice(0, MOST) : offered)
  }

  function draw(people) {
    offered = people
    list.replaceChildren(...people.map(item))
    list.hidden = people.length === 0
    field.setAttribute("aria-expanded", String(!list.hidden))
    field.removeAttribute("aria-activedescendant")
    if (people.length) point(0)
  }

  function item({ name, handle }, number) {
    const option = document.createElement("li")
    Object.assign(option, { id: `colleague-${number}`, role: "option", textContent: handle === name ? name : `${name} (${handle})` })
    option.addEventListener("pointerdown", (event) => event.preventDefault()) // the box keeps the focus
    option.addEventListener("click", () => take(number))
    return option
  }

  function point(number) {
    chosen = number
    for (const [place, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(place === number))
    field.setAttribute("aria-activedescendant", list.children[number].id)
  }

  function take(number) {
    const caret = field.selectionStart
    field.setRangeText(`${offered[number].handle} `, caret - begun().length, caret, "end")
    draw([])
  }

  field.addEventListener("input", offer)
  field.addEventListener("blur", () => draw([]))
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) point((chosen + step + offered.length) % offered.length)
    else if (event.key === "Enter" || event.key === "Tab") take(chosen)
    else if (event.key === "Escape") draw([])
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
}

/** Those whose name, family name or login begins as typed. */
function holding(people, typed) {
  const wanted = fold(typed)
  return people.filter(({ name, handle }) => {
    const words = fold(name).split(" ")
    return [...words.map((_, at) => words.slice(at).join(" ")), fold(handle)].some((each) => each.startsWith(wanted))
  })
}

const fold = (words) => words.toLowerCase().replaceAll("ё", "е")

async function ask(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } })
    return (await response.json()).results
  } catch {
    return [] // a name can be typed in full
  }
}
