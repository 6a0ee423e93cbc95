/* The upload page: two files on their way at once, each with a bar of its own, and a row from the server in the end. */

import { receiveFiles } from "./dropping.js"
import { NotSent, postPatiently } from "./sending.js"
import { Shared } from "./shared.js"

const AT_ONCE = 2
const LOOK_AGAIN_MS = 2000

const page = JSON.parse(document.getElementById("upload").textContent)
const { words } = page
const form = document.getElementById("upload-form")
const list = document.getElementById("files")
const overall = document.getElementById("overall")
const bar = document.getElementById("overall-bar")
const token = form.elements.csrfmiddlewaretoken.value

const jobs = [] // every file of this visit: {file, row, state, share}
let going = 0
let isWaiting = Boolean(list.querySelector("[data-outcome=waiting]"))
let lastSeen = 0

const shared = new Shared(form, page, { photos: () => photos(), put, begun })

const say = (sentence, pieces) => sentence.replace(/%\((\w+)\)s/g, (_, name) => pieces[name])

// --- files ----------------------------------------------------------------------------------------------------------
function take(files) {
  for (const file of files) {
    const row = document.getElementById("file-row").content.firstElementChild.cloneNode(true)
    row.querySelector("[data-name]").textContent = file.name
    row.querySelector("[data-size]").textContent = size(file.size)
    const job = { file, row, state: "waiting", share: 0 }
    row.querySelector("[data-again] button").addEventListener("click", () => {
      show(job, "waiting")
      next()
    })
    list.append(row)
    jobs.push(job)
    show(job, isTooLarge(file) ? "tooLarge" : "waiting")
  }
  next()
}

function size(bytes) {
  const locale = document.documentElement.lang || undefined
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"]
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(amount)
}

function isTooLarge(file) {
  return file.size > (/\.zip$/i.test(file.name) ? page.largestArchive : page.largest)
}

const isFailed = (job) => !["waiting", "sending", "looking", "again", "done"].includes(job.state)

function show(job, state) {
  job.state = state
  if (state === "waiting") job.share = 0
  if (state !== "done") {
    job.row.classList.toggle("file-failed", isFailed(job))
    job.row.querySelector("[data-state]").textContent = words[state]
    job.row.querySelector("progress").hidden = isFailed(job)
    job.row.querySelector("progress").value = job.share
    job.row.querySelector("[data-again]").hidden = !isFailed(job) || state === "tooLarge"
  }
  tell()
}

function next() {
  while (going < AT_ONCE) {
    const job = jobs.find((each) => each.state === "waiting")
    if (!job) return
    going += 1
    send(job).finally(() => {
      going -= 1
      next()
    })
  }
}

async function send(job) {
  show(job, "sending")
  try {
    const { files } = await shared.addresses()
    const body = new FormData()
    body.append("file", job.file, job.file.name)
    const onProgress = (share) => {
      job.share = share
      job.row.querySelector("progress").value = share
      if (share === 1) show(job, "looking")
      else tellShare()
    }
    const { status, said } = await postPatiently(files, body, { token, onProgress, onPause: () => show(job, "again") })
    if (status !== 200) throw new NotSent("server")
    arrived(job, said)
  } catch (error) {
    if (!(error instanceof NotSent)) throw error
    if (error.why === "fields") waitForFields(job)
    else show(job, error.why)
  }
}

function arrived(job, said) {
  job.outcome = said.outcome
  if (said.html) {
    list.querySelector(`[data-file="${said.id}"]`)?.remove() // the archive's look may have been quicker
    job.row.replaceWith(rowOf(said))
  } else {
    job.row.querySelector("[data-state]").textContent = said.reason
    job.row.querySelector("progress").remove()
  }
  show(job, "done")
  if (said.outcome === "waiting") lookAgain()
}

function rowOf(said) {
  const holder = document.createElement("template")
  holder.innerHTML = said.html
  return holder.content.querySelector("li")
}

function waitForFields(job) {
  show(job, "fields")
  form.addEventListener("change", () => {
    if (job.state !== "fields") return
    show(job, "waiting")
    next()
  }, { once: true })
}

const photos = () => new Set([...list.querySelectorAll("[data-photo]")].map((row) => row.dataset.photo)).size

/** The upload has an address now: whoever reloads finds what has been received. */
function begun({ page: address, sheet }) {
  history.replaceState(null, "", address)
  document.querySelector("#tabs a").href = address
  for (const link of document.querySelectorAll("[data-sheet]")) link.href = sheet
}

// --- archives being unpacked -------------------------------------------------------------------------------------------
let timer = 0

function lookAgain() {
  isWaiting = true
  tell()
  clearTimeout(timer)
  timer = setTimeout(look, LOOK_AGAIN_MS)
}

async function look() {
  const asked = new URLSearchParams([["after", lastSeen]])
  for (const row of list.querySelectorAll("[data-outcome=waiting]")) asked.append("id", row.dataset.file)
  try {
    const response = await fetch(`${page.files}?${asked}`, { headers: { Accept: "application/json" } })
    const said = await response.json()
    put(said.rows)
    lastSeen = Math.max(lastSeen, ...said.rows.map((row) => row.id))
    isWaiting = said.waiting
  } catch {
    // asked again below
  }
  tell()
  if (isWaiting) lookAgain()
}

/** The rows of the server in place of those with the same number, new ones at the end. */
function put(rows) {
  for (const said of rows) {
    const old = list.querySelector(`[data-file="${said.id}"]`)
    if (old) old.replaceWith(rowOf(said))
    else list.append(rowOf(said))
  }
}

// --- how far it is ------------------------------------------------------------------------------------------------------
function tellShare() {
  const finished = jobs.reduce((sum, job) => sum + (job.state === "done" ? 1 : job.share * 0.9), 0)
  bar.hidden = !jobs.length || jobs.every((job) => job.state === "done")
  bar.value = jobs.length ? finished / jobs.length : 0
}

function tell() {
  tellShare()
  const rows = (outcome) => list.querySelectorAll(`[data-outcome=${outcome}]`).length
  const failed = jobs.filter(isFailed).length
  const pieces = {
    done: jobs.filter((job) => job.state === "done").length,
    all: jobs.length,
    taken: rows("taken"),
    known: rows("known"),
    refused: rows("refused"),
  }
  const lines = []
  if (jobs.length) lines.push(say(words.done, pieces))
  if (failed) lines.push(say(words.failed, { failed }))
  if (isWaiting) lines.push(words.unpacking)
  overall.textContent = lines.join(" ")
  for (const count of document.querySelectorAll("[data-photo-count]")) count.textContent = photos()
  document.getElementById("tabs").hidden = !page.page && !photos()
  const step = document.getElementById("next-step") // not for those who may not change photos
  if (step) step.hidden = !photos()
  shared.offer()
}

addEventListener("beforeunload", (event) => {
  if (jobs.some((job) => job.state !== "done" && job.state !== "tooLarge")) event.preventDefault()
})

const zone = document.getElementById("drop")
if (zone) {
  receiveFiles({ zone, input: document.getElementById("id_file"), take })
  form.addEventListener("submit", (event) => event.preventDefault())
}
// On a phone the fields would push what has come in out of sight.
if (list.children.length && matchMedia("(max-width: 63.99rem)").matches) {
  document.querySelector(".upload-shared").removeAttribute("open")
}
if (isWaiting) lookAgain()
else tell()
