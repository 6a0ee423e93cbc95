import { crel, gettext } from "django-prose-editor/editor"

/**
 * The line between toolbar and text that says what the last paste has left out, until it is closed or something else is pasted.
 *
 * It is there before it speaks: a screen reader tells only of what changes inside a status it knows.
 */
export function noticeAbove(text) {
  const words = crel("p", { role: "status" })
  const close = crel("button", { type: "button", textContent: gettext("Close") })
  const dom = crel("div", { className: "desk-pasted" }, [words, close])

  function show(sentence) {
    words.textContent = sentence
    close.hidden = !sentence
    dom.classList.toggle("is-open", Boolean(sentence))
  }

  close.addEventListener("click", () => {
    show("")
    text.focus()
  })
  show("")
  return {
    show,
    // The text is not yet in its place when its editor is made, and the toolbar comes between later still.
    update: () => text.previousElementSibling === dom || text.before(dom),
    destroy: () => dom.remove(),
  }
}
