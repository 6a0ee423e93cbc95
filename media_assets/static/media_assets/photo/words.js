/** The words of a photo: where they and the people differ, captions made from the people, the alternative text. */

import { field } from "./rows.js"

const PAUSE_MS = 500

export function startWords({ form, words, ask, say }, people) {
  const captions = document.getElementById("captions")
  const proposal = document.getElementById("alt-proposal")
  const alt = form.elements.alt_text
  let latest = null
  let timer = 0

  function captionsSaid() {
    const found = [...(captions?.querySelectorAll(".caption") ?? [])].filter((each) => !field(each, "DELETE")?.checked)
    return found.map((each) => ({ language: field(each, "language").value, text: field(each, "text").value }))
  }

  function said() {
    const { description, creator, credit_line, source, date_created } = form.elements
    return {
      description: description.value,
      creator: creator.value,
      credit_line: credit_line.value,
      source: source.value,
      taken: date_created.value,
      captions: captionsSaid(),
      ...(people ? { people: people.said() } : {}),
    }
  }

  // --- what follows ---------------------------------------------------------------------------------------------

  async function check() {
    latest?.abort() // an earlier, slower answer must not replace a later one
    latest = new AbortController()
    const answer = await ask("check", said(), latest.signal)
    if (!answer) return
    document.getElementById("mismatches").replaceChildren(...answer.mismatches.map(notice))
    for (const place of document.querySelectorAll("#credit-line, [data-credit]")) place.textContent = answer.credit || "—"
    proposal.querySelector("q").textContent = answer.alt
    showProposal()
  }

  function notice({ where, sentence }) {
    const made = document.createElement("p")
    made.className = "notice notice-mind"
    const bold = document.createElement("b")
    bold.textContent = `${where}.`
    made.append(bold, ` ${sentence}`)
    return made
  }

  function later() {
    clearTimeout(timer)
    timer = setTimeout(check, PAUSE_MS)
  }

  form.addEventListener("input", later)
  form.addEventListener("change", later)
  form.addEventListener("photo:changed", later)

  // --- alternative text -----------------------------------------------------------------------------------------

  function showProposal() {
    proposal.hidden = Boolean(alt.value.trim()) || !proposal.querySelector("q").textContent // words of an editor stay
  }

  function take() {
    if (proposal.hidden) return
    alt.value = proposal.querySelector("q").textContent
    alt.dispatchEvent(new Event("input", { bubbles: true }))
    showProposal()
    alt.focus()
  }

  document.getElementById("take-alt").addEventListener("click", take)
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.code !== "KeyA") return
    event.preventDefault()
    take()
  })
  alt.addEventListener("input", showProposal)
  showProposal()

  // --- captions -------------------------------------------------------------------------------------------------

  document.getElementById("add-caption")?.addEventListener("click", () => {
    const total = form.elements["captions-TOTAL_FORMS"]
    const html = document.getElementById("caption-row").innerHTML.replaceAll("__prefix__", total.value)
    captions.insertAdjacentHTML("beforeend", html)
    total.value = Number(total.value) + 1
    field(captions.lastElementChild, "text").focus()
  })

  captions?.addEventListener("click", async (event) => {
    const caption = event.target.closest(".caption")
    if (!event.target.closest("[data-compose]")) return
    if (!people?.rows().length) return say(words.noPeople)
    const asked = { language: field(caption, "language").value, people: people.said(), taken: form.elements.date_created.value }
    const answer = await ask("compose", asked)
    if (!answer) return
    const text = field(caption, "text")
    text.value = answer.text
    text.dispatchEvent(new Event("input", { bubbles: true }))
    text.focus()
  })
}
