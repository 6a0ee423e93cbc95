import { isHidden, styleOf, unwrap } from "articles/editor/pasting/opening"

const COMMENT_MARKS =
  ".MsoCommentReference, a.msocomanchor, a[href^='#_msocom'], a[href^='#cmnt']:not([href^='#cmnt_ref'])"
const FOOTNOTE = /^#_?(?:ftn|edn|sdfootnote|sdendnote|footnote)(?!.*(?:ref|anc$))/i
const BACK_TO_TEXT = /^#_?(?:ftnref|ednref|sdfootnote\d+anc|sdendnote\d+anc|ftnt_ref)/i
const DELETED = "del, .msoDel, .MsoDel"
const MACHINERY = "script, noscript, template, meta, link, title, xml, base"

/** Comments and deletions of office programs go, footnotes stay as text; all three are named. */
export function dropOfficeNotes(body, leftOut) {
  dropComments(body, leftOut)
  keepFootnotes(body, leftOut)
  for (const deleted of body.querySelectorAll(DELETED)) {
    if (deleted.textContent.trim()) leftOut.add("deletions", deleted.textContent)
    deleted.remove()
  }
}

function dropComments(body, leftOut) {
  const written = withElement(body, "comment")
  const links = [...body.querySelectorAll(COMMENT_MARKS)]
  const marks = new Set(links.map((link) => link.closest(".MsoCommentReference, sup") ?? link))
  const ofGoogle = [...body.querySelectorAll("a[href^='#cmnt_ref']")].map((back) => back.closest("p, div"))
  const marksInText = [...marks].filter((mark) => !written.some((comment) => comment.contains(mark)))
  const count = Math.max(written.length, marksInText.length, ofGoogle.length)
  for (let told = 0; told < count; told++) leftOut.add("comments")
  for (const each of [...marks, ...written, ...withElement(body, "comment-list"), ...ofGoogle]) each?.remove()
}

/** The number in the text stays, so that what it speaks of stays known; the link would lead nowhere. */
function keepFootnotes(body, leftOut) {
  const references = [...body.querySelectorAll("a[href]")].filter((link) => FOOTNOTE.test(link.getAttribute("href")))
  const texts = [...body.querySelectorAll("a[href]")].filter((link) => BACK_TO_TEXT.test(link.getAttribute("href")))
  for (const reference of references) leftOut.add(texts.length ? "footnoteLinks" : "footnotes")
  for (const link of [...references, ...texts]) unwrap(link)
  for (const list of [...withElement(body, "footnote-list"), ...withElement(body, "endnote-list")]) {
    list.querySelectorAll(":scope > hr, :scope > br").forEach((each) => each.remove()) // the line printed above them
  }
}

function withElement(body, name) {
  return [...body.querySelectorAll("[data-style]")].filter((each) => styleOf(each, "mso-element") === name)
}

/** What no reader ever saw goes: scripts, comments of the markup, hidden words, which are named. */
export function dropMachinery(body, leftOut) {
  body.querySelectorAll(MACHINERY).forEach((each) => each.remove())
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const remarks = []
  while (walker.nextNode()) remarks.push(walker.currentNode)
  remarks.forEach((each) => each.remove())
  for (const each of body.querySelectorAll("[data-style], [hidden]")) {
    if (each.closest("table") && each.matches("tr, td, th, col")) continue // told as rows and columns
    if (!isHidden(each)) continue
    if (each.textContent.trim()) leftOut.add("hidden")
    each.remove()
  }
}
