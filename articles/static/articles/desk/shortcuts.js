/* Keys for what is done a hundred times a day. By place on the keyboard: Ctrl+S is Ctrl+Ы in Russian. */

const KEYS = [
  { code: "KeyS", button: "[name=_save]" },
  { code: "KeyP", button: "[name=_preview]" },
  { code: "Enter", shift: true, button: "[name=_publish], [name=_alone]" },
  { code: "Enter", alt: true, button: ".accept-all" },
]

export function obeyKeys(form) {
  document.addEventListener(
    "keydown",
    (event) => {
      const pressed = KEYS.find((key) => isPressed(key, event))
      const button = pressed && form.querySelector(pressed.button)
      if (!button) return
      event.preventDefault()
      event.stopPropagation() // Ctrl+Enter would break the line as well
      if (!event.repeat) button.click()
    },
    { capture: true },
  )
}

function isPressed({ code, shift = false, alt = false }, event) {
  const command = event.ctrlKey || event.metaKey
  return event.code === code && command === !alt && event.shiftKey === shift && event.altKey === alt
}
