/* The order of the front page without a round trip: moved by its buttons or by its grip, saved by the form as ever. */

const list = document.querySelector(".front-slots")
const status = document.querySelector(".front-status")

/** Say what has happened to whoever does not see it, and that readers do not have it yet. */
function tell(row) {
  const place = [...list.children].indexOf(row) + 1
  status.textContent = place ? `${status.dataset.moved} ${place}. ${status.dataset.unsaved}` : status.dataset.unsaved
}

function pressed(event) {
  const button = event.target.closest("button")
  const row = button?.closest("li")
  if (!row) return
  event.preventDefault()
  if (button.name === "up") row.previousElementSibling?.before(row)
  if (button.name === "down") row.nextElementSibling?.after(row)
  if (button.name === "remove") (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("button").focus()
  if (button.name === "remove") row.remove()
  else button.focus() // a row that is moved loses the focus
  tell(row)
}

/** Follow the pointer, mouse or finger: the row lets by every other whose middle the pointer has passed. */
function grip(event) {
  const handle = event.target.closest(".grip")
  if (!handle) return
  event.preventDefault()
  const row = handle.closest("li")
  handle.setPointerCapture(event.pointerId)
  row.classList.add("is-dragged")

  // The others are moved around it: a row that is moved itself loses the pointer.
  function follow({ clientY }) {
    const { previousElementSibling: above, nextElementSibling: below } = row
    if (below && clientY > middle(below)) row.before(below)
    else if (above && clientY < middle(above)) row.after(above)
    else return
    follow({ clientY })
  }

  function drop() {
    handle.removeEventListener("pointermove", follow)
    row.classList.remove("is-dragged")
    tell(row)
  }

  handle.addEventListener("pointermove", follow)
  handle.addEventListener("lostpointercapture", drop, { once: true })
}

function middle(element) {
  const { top, height } = element.getBoundingClientRect()
  return top + height / 2
}

list.addEventListener("click", pressed)
list.addEventListener("pointerdown", grip)
list.addEventListener("change", () => tell(null))
