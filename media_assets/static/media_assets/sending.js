/* One file on its way to the server, and what may go wrong with it. */

const PAUSES_MS = [1000, 4000] // a broken connection is tried again twice by itself

/** What went wrong: `why` is a key of the page's words. */
export class NotSent extends Error {
  constructor(why) {
    super(why)
    this.why = why
  }
}

/**
 * The server's answer to a form, as JSON.
 *
 * `onProgress(share)` hears how much has left. A lost session answers with the sign-in page, so whatever is no JSON
 * means that nobody is signed in.
 */
export function post(address, form, { token, onProgress = () => {} }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("POST", address)
    request.setRequestHeader("Accept", "application/json")
    request.setRequestHeader("X-CSRFToken", token)
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener("load", () => {
      const { status } = request
      if (status === 413) return reject(new NotSent("tooLarge"))
      if (status === 403) return reject(new NotSent("forbidden"))
      if (status === 404) return reject(new NotSent("gone"))
      if (status >= 500) return reject(new NotSent("server"))
      try {
        resolve({ status, said: JSON.parse(request.responseText) })
      } catch {
        reject(new NotSent("signIn"))
      }
    })
    for (const event of ["error", "abort", "timeout"]) {
      request.addEventListener(event, () => reject(new NotSent("broken")))
    }
    request.send(form)
  })
}

/** The same, tried again after a pause when the connection breaks or the server has a fault. */
export async function postPatiently(address, form, { onPause = () => {}, ...options }) {
  for (const pause of PAUSES_MS) {
    try {
      return await post(address, form, options)
    } catch (error) {
      if (!["broken", "server"].includes(error.why)) throw error
      onPause()
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return post(address, form, options)
}
