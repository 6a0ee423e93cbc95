import { gettext, interpolate } from "articles/desk/words"
import * as local from "articles/desk/local"

const EVERY_MS = 2000

/**
 * Every two seconds what has changed in the form goes into this browser and to the desk.
 *
 * The browser's copy goes when the desk has the same. After a crash, a lost network or a session that is over, the
 * next form of this article hands in what this browser still keeps, and the desk offers it.
 */
export function keepWorkingCopy(form) {
  const { user, article } = form.dataset
  let own = local.nameOf({ user, article, tab: form.elements.tab.value })
  const status = form.querySelector(".working-copy")
  // Text that was refused is nowhere yet: it is kept from the start.
  let done = isAnswer() ? "" : JSON.stringify(fieldsOf(form))
  let sending = false

  for (const tab of form.dataset.saved.split(" ")) local.drop(local.nameOf({ user, article, tab }))
  for (const tab of form.dataset.saved.split(" ")) local.drop(local.nameOf({ user, article: "", tab }))
  // A browser that crashed without network opens this address again, with the older text the desk has of it.
  if (isRestored()) local.setAside(own, { user, article, tab: newTab() })
  handInLeftovers(form, own)

  async function look(options = {}) {
    const fields = fieldsOf(form)
    const now = JSON.stringify(fields)
    if (now === done) return
    const name = own
    const isKept = local.keep(name, fields)
    if (sending && !options.keepalive) return
    sending = true
    const outcome = await send(form, form.dataset.copy, fields, options)
    sending = false
    if (name !== own) return // handed in meanwhile
    tell(outcome, isKept)
    if (outcome !== "kept") return
    done = now
    if (JSON.stringify(fieldsOf(form)) === now) local.drop(own)
  }

  /** The save takes its own copy away: what is typed until it is answered, or after coming back here, has another. */
  function beginAnew() {
    form.elements.tab.value = newTab()
    own = local.nameOf({ user, article, tab: form.elements.tab.value })
    done = JSON.stringify(fieldsOf(form))
  }

  function tell(outcome, isKept) {
    status.replaceChildren(...said(form, outcome, isKept))
    status.classList.toggle("state-alert", outcome !== "kept")
  }

  setInterval(look, EVERY_MS)
  const leave = () => look({ keepalive: true })
  document.addEventListener("visibilitychange", () => document.hidden && leave())
  window.addEventListener("pagehide", leave)
  form.addEventListener("submit", () => {
    // Should the desk refuse the form because the session is over, this browser still has it.
    local.keep(own, fieldsOf(form))
    setTimeout(beginAnew) // the browser has taken the fields by then
  })
}

/** A name for a form, as the desk gives it to one it opens. */
function newTab() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** The form shows a working copy as the desk has it. */
const isRestored = () => new URLSearchParams(location.search).has("restore")

/** The page answers a form that was handed in: to load it again would hand it in again. */
const isAnswer = () => document.querySelector(".conflict, .errornote") !== null

/** What is written, as pairs of names and values; what the panel of names asks is no part of it. */
function fieldsOf(form) {
  const aside = new Set([...form.querySelectorAll(".named [name]")].map((field) => field.name))
  aside.add("csrfmiddlewaretoken")
  return [...new FormData(form)].filter(([name]) => !aside.has(name))
}

/**
 * Hand the fields to the desk: "kept", "offline", "signed out" or "refused".
 *
 * Whoever signs in again gets another token, which an open form does not know: it is asked for once.
 */
async function send(form, address, fields, { keepalive = false, again = true } = {}) {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value)
  try {
    const response = await fetch(address, { method: "POST", body, keepalive: keepalive && weigh(fields), redirect: "manual" })
    if (response.ok) return "kept"
    if (response.type === "opaqueredirect") return "signed out"
    if (response.status !== 403 || !again) return "refused"
    return (await refreshToken(form)) ? send(form, address, fields, { again: false }) : "signed out"
  } catch {
    return "offline"
  }
}

/** A browser sends at most 64 kB from a page that is being closed. */
const weigh = (fields) => JSON.stringify(fields).length < 20000

/** True when the desk has a token for whoever opened this form; a colleague's session is not theirs to write in. */
async function refreshToken(form) {
  const response = await fetch(form.dataset.token, { redirect: "manual" })
  if (!response.ok) return false
  const { token, user } = await response.json()
  if (String(user) !== form.dataset.user) return false
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = token
  return true
}

function said(form, outcome, isKept) {
  if (outcome === "kept") {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })
    return [interpolate(gettext("The working copy was kept at %(time)s."), { time })]
  }
  if (!isKept) return [gettext("Nothing could be kept: copy your text to a safe place, then load this page again.")]
  if (outcome === "offline") {
    return [gettext("No connection. Your text is kept in this browser and goes to the desk when the connection is back.")]
  }
  if (outcome === "signed out") {
    const link = document.createElement("a")
    Object.assign(link, { href: form.dataset.login, target: "_blank", textContent: gettext("Sign in again") })
    return [gettext("You have been signed out. Your text is kept in this browser."), " ", link]
  }
  return [gettext("The desk refused the working copy. Your text is kept in this browser: save it, or copy it to a safe place.")]
}

/** What this browser kept of other forms of this article goes to the desk, which then offers it. */
async function handInLeftovers(form, own) {
  let handedIn = false
  for (const { name, fields } of local.kept(form.dataset)) {
    if (name === own) continue
    if ((await send(form, form.dataset.copy, fields)) !== "kept") continue
    local.drop(name)
    handedIn = true
  }
  if (handedIn && !isAnswer()) await showOffers(form)
}

/**
 * The desk's offers, put above the form as they stand now.
 *
 * Loading the page anew would take away what it says of the save that has just been done, and whatever is typed by now.
 */
async function showOffers(form) {
  const response = await fetch(location.href, { redirect: "manual" })
  if (!response.ok) return
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  const others = [...page.querySelectorAll(".offer")].filter((offer) => !isOf(offer, form.elements.tab.value))
  for (const offer of document.querySelectorAll(".offer")) offer.remove()
  form.before(...others)
}

const isOf = (offer, tab) => offer.querySelector("[name=drop]").value === tab
