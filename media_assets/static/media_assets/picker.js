/* Choosing a person on record, among those a name may mean or by typing. */

const PAUSE_MS = 200

/**
 * A promise of the person an editor picks, null when they think better of it.
 *
 * `among` are the records that `name` may mean: they are offered until something is typed, for «Лавровым» is nobody's
 * name on record.
 */
export function pickPerson({ address, name, among = [], words }) {
  const dialog = document.getElementById("picker")
  const search = dialog.querySelector("input")
  const status = dialog.querySelector("[role=status]")
  const list = dialog.querySelector("ul")
  let chosen = null
  let timer = 0
  let latest = null
  let asked = among.length ? among.map((id) => ["id", id]) : [["q", name]]

  async function show() {
    latest?.abort() // an earlier, slower answer must not replace a later one
    latest = new AbortController()
    try {
      const response = await fetch(`${address}?${new URLSearchParams(asked)}`, { signal: latest.signal, headers: { Accept: "application/json" } })
      const { results } = await response.json()
      list.replaceChildren(...results.map(item))
      status.textContent = results.length ? "" : words.nobody
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = words.server
    }
  }

  function item(person) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: person.name })
    if (person.office) {
      button.append(Object.assign(document.createElement("span"), { className: "chip-office", textContent: person.office }))
    }
    button.addEventListener("click", () => {
      chosen = person
      dialog.close()
    })
    const line = document.createElement("li")
    line.append(button)
    return line
  }

  function typed() {
    clearTimeout(timer)
    asked = [["q", search.value]]
    timer = setTimeout(show, PAUSE_MS)
  }

  function pressed(event) {
    if (event.key !== "Enter") return
    event.preventDefault()
    list.querySelector("button")?.click() // the first of the list
  }

  search.value = name
  list.replaceChildren()
  search.addEventListener("input", typed)
  search.addEventListener("keydown", pressed)
  dialog.showModal()
  search.select()
  show()
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      clearTimeout(timer)
      latest?.abort()
      search.removeEventListener("input", typed)
      search.removeEventListener("keydown", pressed)
      resolve(chosen)
    }, { once: true })
  })
}
