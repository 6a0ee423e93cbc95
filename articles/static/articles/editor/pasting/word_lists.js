import { isOrdered, nested } from "articles/editor/pasting/lists"
import { inert, styleOf } from "articles/editor/pasting/opening"

/* Lists of Word: paragraphs that look like items, as <p class=MsoListParagraph style="mso-list:l0 level2 lfo1">. */

const LEVEL = /\blevel(\d)\b/
// Copies that lost their styles keep the bullet and the blanks after it; «o» is the hollow bullet of Courier.
const TYPED = /^\s*([·•▪§\uf0a7\uf0b7o–-]|\(?(?:\d{1,3}|[a-zа-яё]|[ivxlc]+)[.)])[\s\u00a0]{2,}/i
const LEVEL_INDENT_PT = 36

/** Make runs of such paragraphs into real lists, nested by their levels, and take the typed bullets away. */
export function nestWordLists(body, leftOut) {
  for (const first of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, div")]) {
    if (!first.isConnected || !itemOf(first)) continue
    const run = runFrom(first)
    const place = inert.createComment("")
    first.before(place)
    const items = run.map(({ element, level, marker }) => {
      marker.take()
      element.remove()
      return { level, isOrdered: isOrdered(marker.text), number: marker.text, content: [...element.childNodes] }
    })
    place.replaceWith(...nested(items, leftOut))
  }
}

/** The item of a list that a paragraph is; null for any other. */
function itemOf(element) {
  const said = styleOf(element, "mso-list")
  const isParagraph = element.classList.value.includes("MsoListParagraph")
  if (said === "none" || said === "skip" || (!said && !isParagraph)) return null
  const marker = ignoredMarker(element) ?? conditionalMarker(element) ?? typedMarker(element)
  if (!marker) return null // a paragraph that goes on with the item above: it stays one
  const level = Number(LEVEL.exec(said)?.[1]) || levelByIndent(element)
  return { element, level, marker }
}

function runFrom(first) {
  const run = []
  for (let next = first; next; next = next.nextElementSibling) {
    const item = itemOf(next)
    if (!item) break
    run.push(item)
  }
  return run
}

function levelByIndent(element) {
  const indent = styleOf(element, "margin-left")
  const points = parseFloat(indent) * (indent.endsWith("in") ? 72 : indent.endsWith("cm") ? 28.35 : 1)
  return Math.max(1, Math.round(points / LEVEL_INDENT_PT) || 1)
}

function ignoredMarker(element) {
  const found = [...element.querySelectorAll("[data-style]")].find((each) => styleOf(each, "mso-list") === "ignore")
  return found ? { text: found.textContent.trim(), take: () => found.remove() } : null
}

/** What stands between <![if !supportLists]> and <![endif]>, which a browser reads as comments. */
function conditionalMarker(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_COMMENT)
  while (walker.nextNode()) {
    if (!walker.currentNode.data.includes("!supportLists")) continue
    const between = []
    for (let next = walker.currentNode.nextSibling; next; next = next.nextSibling) {
      if (next.nodeType === Node.COMMENT_NODE && next.data.includes("endif")) break
      between.push(next)
    }
    const text = between.map((node) => node.textContent).join("").trim()
    return text ? { text, take: () => between.forEach((node) => node.remove()) } : null
  }
  return null
}

function typedMarker(element) {
  const typed = TYPED.exec(element.textContent)
  if (!typed) return null
  return { text: typed[1], take: () => cutStart(element, typed[0].length) }
}

function cutStart(element, letters) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let left = letters; left > 0 && walker.nextNode(); ) {
    const cut = Math.min(left, walker.currentNode.data.length)
    walker.currentNode.deleteData(0, cut)
    left -= cut
  }
}
