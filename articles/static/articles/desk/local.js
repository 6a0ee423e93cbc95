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

export const drop = (name) => localStorage.removeItem(name)

/** The forms of this person and article that this browser keeps: their tabs and fields. */
export function kept({ user, article }) {
  const beginning = nameOf({ user, article, tab: "" })
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(beginning))
    .map((name) => ({ name, tab: name.slice(beginning.length), fields: fieldsOf(name) }))
    .filter(({ fields }) => fields)
}

function fieldsOf(name) {
  try {
    return JSON.parse(localStorage.getItem(name))
  } catch {
    return null
  }
}
