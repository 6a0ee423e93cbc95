import { crel, gettext } from "django-prose-editor/editor"

const PAUSE_MS = 200

/**
 * A promise of the record an editor picks in a dialog, null when they think better of it.
 *
 * `find(words, signal)` promises records, also for no words yet; `draw(record)` gives what stands in its button.
 * `label` names the field and `words` stand in it at first; `nothing` is said when there is no record. `upload` has a
 * `label` and `send(file)`, a promise of the record the file becomes.
 */
export async function choose(asked) {
  const [chosen] = await ask(asked, false)
  return chosen ?? null
}

/** The same for several records, in the order they were picked. */
export function chooseSeveral(asked) {
  return ask(asked, true)
}

function ask({ title, hint = "", label = gettext("Search"), words = "", nothing, find, draw, upload }, isForSeveral) {
  const { promise, resolve } = withResolver()
  const chosen = new Map()
  const search = crel("input", { type: "search", autocomplete: "off", "aria-label": label, placeholder: label, value: words })
  const status = crel("p", { className: "desk-chooser-status", role: "status" })
  const list = crel("ul", { className: "desk-chooser-list" })
  const cancel = crel("button", { type: "button", className: "desk-chooser-cancel", textContent: gettext("Cancel") })
  const done = crel("button", { type: "button", className: "desk-chooser-done", textContent: gettext("Add"), disabled: true })
  const dialog = crel("dialog", { className: "desk-chooser", "aria-label": title }, [
    crel("h2", { textContent: title }),
    ...(hint ? [crel("p", { className: "desk-chooser-hint", textContent: hint })] : []),
    search,
    ...(upload ? [uploadField(upload, take, status)] : []),
    status,
    list,
    crel("p", { className: "desk-chooser-moves" }, isForSeveral ? [done, cancel] : [cancel]),
  ])
  let latest = null
  let timer = 0

  function take(record) {
    chosen.set(record.id, record)
    dialog.close()
  }

  function toggle(record, button) {
    if (!chosen.delete(record.id)) chosen.set(record.id, record)
    button.setAttribute("aria-pressed", chosen.has(record.id))
    done.disabled = chosen.size === 0
    done.textContent = chosen.size ? `${gettext("Add")} (${chosen.size})` : gettext("Add")
  }

  function item(record) {
    const button = crel("button", { type: "button" }, draw(record))
    if (isForSeveral) button.setAttribute("aria-pressed", chosen.has(record.id))
    button.addEventListener("click", () => (isForSeveral ? toggle(record, button) : take(record)))
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
      status.textContent = found.length ? "" : saidOfNothing()
    } catch {
      if (!signal.aborted) status.textContent = gettext("The server does not answer. Try again in a moment.")
    }
  }

  function saidOfNothing() {
    if (nothing) return search.value.trim() ? nothing : ""
    return gettext("Nothing found.")
  }

  search.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE_MS)
  })
  // Enter takes the only record there is: a pasted address needs no reach for the mouse.
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return
    event.preventDefault()
    if (list.children.length === 1) list.querySelector("button").click()
  })
  cancel.addEventListener("click", () => {
    chosen.clear()
    dialog.close()
  })
  dialog.addEventListener("cancel", () => chosen.clear())
  done.addEventListener("click", () => dialog.close())
  dialog.addEventListener("close", () => {
    clearTimeout(timer)
    latest?.abort()
    dialog.remove()
    resolve([...chosen.values()])
  })
  // At the end of the page, outside the article's form: Enter in the search box must not save the article.
  document.body.append(dialog)
  dialog.showModal()
  search.select()
  show()
  return promise
}

/** A file is sent as soon as it is chosen; what the desk says against it stands where it says that nothing is found. */
function uploadField({ label, send }, take, status) {
  const input = crel("input", { type: "file" })
  input.addEventListener("change", async () => {
    const [file] = input.files
    if (!file) return
    status.textContent = gettext("The file is on its way…")
    try {
      take(await send(file))
    } catch (error) {
      status.textContent = error.said ?? gettext("The server does not answer. Try again in a moment.")
      input.value = ""
    }
  })
  return crel("label", { className: "desk-chooser-upload" }, [crel("span", { textContent: label }), input])
}

function withResolver() {
  let resolve
  const promise = new Promise((each) => {
    resolve = each
  })
  return { promise, resolve }
}
