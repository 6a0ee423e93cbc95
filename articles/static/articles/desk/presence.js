/*
 * Who else has this article open. A visible window speaks up every twenty seconds, and at once when somebody begins to
 * type; the desk answers with its sentences. A window that is closed says so.
 */

const EVERY_MS = 20000

export function watchPresence(form) {
  const address = form.dataset.presence
  const place = form.querySelector(".presence")
  if (!address || !place) return
  // Where the side column stands below the text, nobody would see it in time.
  if (matchMedia("(max-width: 63.99rem)").matches) form.prepend(place)
  // The form takes another name while it is being saved; to its colleagues it is the same window.
  const tab = form.elements.tab.value
  let typedAt = -EVERY_MS
  let saidTyping = false
  let shown = place.innerHTML

  const isTyping = () => performance.now() - typedAt < EVERY_MS

  function said(more) {
    const body = new FormData()
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value)
    body.set("tab", tab)
    body.set("base", form.elements.base.value)
    for (const name of more) body.set(name, "1")
    return body
  }

  async function speak() {
    if (document.hidden) return
    saidTyping = isTyping()
    try {
      const response = await fetch(address, { method: "POST", body: said(saidTyping ? ["typing"] : []), redirect: "manual" })
      if (response.ok) show((await response.json()).html)
    } catch {
      // Without a connection nobody is seen; the working copy says so.
    }
  }

  /** The same sentences are left alone: a screen reader would read them every twenty seconds. */
  function show(html) {
    if (html === shown) return
    shown = html
    place.innerHTML = html
  }

  form.addEventListener("input", () => {
    typedAt = performance.now()
    if (!saidTyping) speak()
  })
  document.addEventListener("visibilitychange", speak)
  window.addEventListener("pageshow", (event) => event.persisted && speak())
  window.addEventListener("pagehide", () => navigator.sendBeacon(address, said(["closed"])))
  setInterval(speak, EVERY_MS)
  speak()
}
