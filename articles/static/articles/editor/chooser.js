import { crel, gettext } from "django-prose-editor/editor"

const PAUSE_MS = 200

/**
 * A promise of the record an editor picks in a dialog, null when they think better of it.
 *
 * `find(words, signal)` promises records, also for no words yet; `draw(record)` gives what stands in its button.
 */
export function choose({ title, hint = "", find, draw }) {
  const { promise, resolve } = withResolver()
  const search = crel("input", { type: "search", autocomplete: "off", "aria-label": gettext("Search") })
  const status = crel("p", { className: "desk-chooser-status", role: "status" })
  const list = crel("ul", { className: "desk-chooser-list" })
  const cancel = crel("button", { type: "button", className: "desk-chooser-cancel", textContent: gettext("Cancel") })
  const dialog = crel("dialog", { className: "desk-chooser", "aria-label": title }, [
    crel("h2", { textContent: title }),
    ...(hint ? [crel("p", { className: "desk-chooser-hint", textContent: hint })] : []),
    search,
    status,
    list,
    cancel,
  ])
  let chosen = null
  let latest = null
  let timer = 0

  function item(record) {
    const button = crel("button", { type: "button" }, draw(record))
    button.addEventListener("click", () => {
      chosen = record
      dialog.close()
    })
    return crel("li", {}, [button])
  }

  async function show() {
    latest?.abort() // an earlier, slower answer must not replace a later one
    latest = new AbortController()
    const { signal } = latest
    try {
      const found = await find(search.value.trim(), signal)
      if (signal.aborted) return
      list.replaceChildren(...found.map(item))
      status.textContent = found.length ? "" : gettext("Nothing found.")
    } catch {
      if (!signal.aborted) status.textContent = gettext("The server does not answer. Try again in a moment.")
    }
  }

  search.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE_MS)
  })
  cancel.addEventListener("click", () => dialog.close())
  dialog.addEventListener("close", () => {
    clearTimeout(timer)
    latest?.abort()
    dialog.remove()
    resolve(chosen)
  })
  // At the end of the page, outside the article's form: Enter in the search box must not save the article.
  document.body.append(dialog)
  dialog.showModal()
  show()
  return promise
}

function withResolver() {
  let resolve
  const promise = new Promise((each) => {
    resolve = each
  })
  return { promise, resolve }
}
