const PAUSE_MS = 150

/** Tags of the paper offered under the field for the one being typed: arrows, Enter, Escape, or a tap. */
export function suggestTags(field, address) {
  const list = document.createElement("ul")
  Object.assign(list, { className: "desk-suggestions", id: "tag-suggestions", role: "listbox", hidden: true })
  field.after(list)
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": list.id, "aria-autocomplete": "list", "aria-expanded": "false", autocomplete: "off" })) {
    field.setAttribute(name, value)
  }
  let timer = 0
  let chosen = -1
  let latest = null

  const typed = () => field.value.slice(field.value.lastIndexOf(",") + 1).trim()

  function draw(names) {
    chosen = -1
    list.replaceChildren(...names.map(item))
    list.hidden = names.length === 0
    field.setAttribute("aria-expanded", String(!list.hidden))
    field.removeAttribute("aria-activedescendant")
  }

  function item(name, number) {
    const option = document.createElement("li")
    Object.assign(option, { id: `tag-suggestion-${number}`, role: "option", textContent: name })
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault() // the field keeps the focus
      take(name)
    })
    return option
  }

  function take(name) {
    const before = field.value.slice(0, field.value.lastIndexOf(",") + 1)
    field.value = `${before}${before ? " " : ""}${name}, `
    field.dispatchEvent(new Event("input", { bubbles: true }))
    draw([])
  }

  function move(step) {
    chosen = (chosen + step + list.children.length) % list.children.length
    for (const [number, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(number === chosen))
    field.setAttribute("aria-activedescendant", list.children[chosen].id)
  }

  async function ask() {
    latest?.abort()
    latest = new AbortController()
    const words = typed()
    if (!words) return draw([])
    try {
      const response = await fetch(`${address}?${new URLSearchParams({ q: words })}`, { signal: latest.signal })
      const { results } = await response.json()
      if (typed() === words) draw(results.filter((name) => name !== words))
    } catch {
      draw([]) // a tag can be typed in full
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE_MS)
  })
  field.addEventListener("blur", () => draw([]))
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return
    if (event.key === "ArrowDown") move(1)
    else if (event.key === "ArrowUp") move(-1)
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen].textContent)
    else if (event.key === "Escape") draw([])
    else return
    event.preventDefault()
  })
}
