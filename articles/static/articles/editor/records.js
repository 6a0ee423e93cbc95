/* What the desk tells the editor about photos, people, documents and articles. */

/** The records that an address answers with; throws when it does not. */
export async function fetchRecords(address, options = {}) {
  const response = await fetch(address, { headers: { Accept: "application/json" }, ...options })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return (await response.json()).results
}

/** The record that a file becomes. An error has the desk's own sentence in `said`, where the desk has one. */
export async function sendFile(address, file) {
  const body = new FormData()
  body.set("file", file)
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value)
  const response = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, body })
  const answer = await response.json()
  if (!response.ok) throw Object.assign(new Error(`${address}: ${response.status}`), { said: answer.error })
  return answer.results[0]
}

/**
 * A function from an id to a promise of its record, null when there is none.
 *
 * Ids wanted in one turn are asked for together: the ten pictures of a story are one request. What was answered once
 * is kept; a failure is not, so that the next look asks again.
 */
export function recordsAt(address) {
  const known = new Map()
  let batch = null

  function ask(id) {
    if (!batch) {
      const ids = []
      const answer = Promise.resolve().then(() => {
        batch = null
        return fetchRecords(`${address}?${new URLSearchParams(ids.map((each) => ["id", each]))}`)
      })
      batch = { ids, answer }
    }
    batch.ids.push(id)
    return batch.answer.then((found) => found.find((record) => record.id === id) ?? null)
  }

  return (id) => {
    if (!known.has(id)) {
      const record = ask(id)
      record.catch(() => known.delete(id))
      known.set(id, record)
    }
    return known.get(id)
  }
}
