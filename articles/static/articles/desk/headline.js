import { gettext, interpolate } from "articles/desk/words"

// A search engine shows about seventy letters of a headline; schema.org's readers take 110.
const SHOWN = 70
const MOST = 110

/** How long the headline is, said under it while it is typed. */
export function measureHeadline(field) {
  const told = document.createElement("p")
  told.className = "help headline-meter"
  field.after(told)
  const show = () => {
    const length = [...field.value.trim()].length
    told.textContent = interpolate(sentence(length), { length })
    told.classList.toggle("state-submitted", length > SHOWN && length <= MOST)
    told.classList.toggle("state-alert", length > MOST)
  }
  field.addEventListener("input", show)
  show()
}

function sentence(length) {
  if (length > MOST) return gettext("%(length)s characters: search engines and news aggregators will cut it.")
  if (length > SHOWN) return gettext("%(length)s characters: search engines show about 70.")
  return gettext("%(length)s characters")
}
