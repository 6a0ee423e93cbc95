/* The lead photo: shown as readers get it, chosen from the library by its picture. */

import { choosePhoto } from "articles/editor/photos"
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
    if (Number(field.value) === id) shown.replaceChildren(...drawn(photo))
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

/** `photo` is undefined when the desk did not answer, null when there is none. */
function drawn(photo) {
  const line = (textContent, className = "help") => Object.assign(document.createElement("p"), { textContent, className })
  if (photo === undefined) return [line(gettext("The photo cannot be shown now; it is still kept."))]
  if (photo === null) return [line(gettext("This photo is no longer in the library: choose another."), "state-alert")]
  const picture = photo.src
    ? Object.assign(document.createElement("img"), { src: photo.src, alt: photo.alt })
    : line(gettext("being prepared"))
  return [picture, line(photo.credit), ...photo.obstacles.map((sentence) => line(sentence, "state-alert"))]
}
