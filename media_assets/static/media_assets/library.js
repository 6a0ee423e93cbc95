/** The library from the keyboard: arrows between pictures, Space chooses one for an action, / goes to the search. */

const grid = document.getElementById("grid")
const links = grid ? [...grid.querySelectorAll(".card-picture")] : []

/** How many pictures stand in one row of the grid as wide as it is now. */
function columns() {
  const top = links[0].offsetTop
  const second = links.findIndex((link) => link.offsetTop > top)
  return second < 0 ? links.length : second
}

function go(from, key) {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns(), ArrowDown: columns() }[key]
  const to = key === "Home" ? 0 : key === "End" ? links.length - 1 : from + by
  links[to]?.focus()
}

grid?.addEventListener("keydown", (event) => {
  const at = links.indexOf(event.target)
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") {
    event.preventDefault()
    go(at, event.key)
  } else if (event.key === " " || event.code === "KeyX") {
    event.preventDefault()
    event.target.closest(".card").querySelector(".action-select")?.click()
  }
})

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select, .select2-container")) return
  if (event.key === "/") {
    event.preventDefault()
    document.getElementById("searchbar").focus()
  } else if (event.key === "ArrowDown" && links.length && event.target === document.body) {
    event.preventDefault()
    links[0].focus()
  }
})

// Django's own script counts the chosen rows of a table alone.
const counter = document.querySelector(".action-counter")
grid?.addEventListener("change", () => {
  const numbers = { sel: grid.querySelectorAll(".action-select:checked").length, cnt: links.length }
  const words = ngettext("%(sel)s of %(cnt)s selected", "%(sel)s of %(cnt)s selected", numbers.sel)
  if (counter) counter.textContent = interpolate(words, numbers, true)
})

// From the search box the next key down is in the pictures.
document.getElementById("searchbar").addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" || !links.length) return
  event.preventDefault()
  links[0].focus()
})
