/* The lead photo: shown as readers get it, chosen from the library by its picture. */

import { choosePhoto, pictureOf, wordsOf } from "articles/editor/photos"
import { recordsAt } from "articles/editor/records"
import { gettext } from "articles/desk/words"

for (const chooser of document.querySelectorAll(".lead-photo")) lookAfter(chooser)

function lookAfter(chooser) {
  const field = chooser.querySelector("input")
  const { photos } = chooser.dataset
  const record = recordsAt(photos)
  const shown = document.createElement("div")
  const [choose, remove] = ["desk-button", "desk-button"].map((className) => Object.assign(document.createElement("button"), { type: "button", className }))
  remove.textContent = gettext("Remove the photo")
  const tools = document.createElement("p")
  tools.append(choose, " ", remove)
  chooser.append(shown, tools)

  async function show() {
    const id = Number(field.value)
    choose.textContent = id ? gettext("Another photo") : gettext("Choose a photo")
    remove.hidden = !id
    if (!id) return shown.replaceChildren()
    const photo = await record(id).catch(() => undefined)
    if (Number(field.value) === id) shown.replaceChildren(pictureOf(photo), ...wordsOf(photo))
  }

  function set(photo) {
    field.value = photo ? photo.id : ""
    field.dispatchEvent(new Event("input", { bubbles: true }))
    describe(chooser, photo)
    show()
  }

  choose.addEventListener("click", async () => {
    const photo = await choosePhoto(photos)
    if (photo) set(photo)
  })
  remove.addEventListener("click", () => set(null))
  show()
}

/** An empty caption takes the words of the photo that is chosen: better words are typed over them. */
function describe(chooser, photo) {
  const caption = chooser.closest("form").elements.lead_caption
  if (!photo || !caption || caption.value.trim()) return
  caption.value = photo.description
  caption.dispatchEvent(new Event("input", { bubbles: true }))
}
