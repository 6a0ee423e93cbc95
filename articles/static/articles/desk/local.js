/*
 * What the browser itself keeps of a form, for the time when the desk cannot be reached. One entry for each open form;
 * it goes as soon as the desk has the same.
 */

const PREFIX = "writing"

export const nameOf = ({ user, article, tab }) => [PREFIX, user, article || "new", tab].join(":")

/** Keep the fields; false when this browser has no room or forbids it. */
export function keep(name, fields) {
  try {
    localStorage.setItem(name, JSON.stringify(fields))
    return true
  } catch {
    return false
  }
}

export function drop(name) {
  try {
    localStorage.removeItem(name)
  } catch {
    // nothing was kept
  }
}

/** Give what is kept under this name to another form: one's own is about to write over it. */
export function setAside(name, form) {
  const fields = fieldsOf(name)
  if (!fields) return
  const others = fields.filter(([field]) => field !== "tab")
  if (keep(nameOf(form), [...others, ["tab", form.tab]])) drop(name)
}

/** The forms of this person and article that this browser keeps: their tabs and fields. */
export function kept({ user, article }) {
  const beginning = nameOf({ user, article, tab: "" })
  return names()
    .filter((name) => name.startsWith(beginning))
    .map((name) => ({ name, tab: name.slice(beginning.length), fields: fieldsOf(name) }))
    .filter(({ fields }) => fields)
}

function names() {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function fieldsOf(name) {
  try {
    return JSON.parse(localStorage.getItem(name))
  } catch {
    return null
  }
}
