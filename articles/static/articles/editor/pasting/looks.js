import { inert, styleOf, unwrap } from "articles/editor/pasting/opening"

const BOLD = /^(?:bold|bolder|[6-9]00)$/
const PLAIN_WEIGHT = /^(?:normal|lighter|[1-5]00)$/
const SPANS = "span, font, a, ins, u, s"
const BLOCKS = "p, div, li"
// Grey and near-black is what pages write their text in; nobody means it.
const GREY_SPREAD = 40
const ALIGNED = /^(?:center|right|end|-webkit-center|-webkit-right)$/

/**
 * Bold, italic, superscript and subscript are kept, however the program wrote them; every other look goes.
 *
 * Named are the looks that somebody meant. A face and a size come with every paste and mean nothing.
 */
export function keepLooks(body, leftOut) {
  nameLost(body, leftOut)
  for (const element of body.querySelectorAll("[data-style]")) {
    if (element.matches("b, strong") && PLAIN_WEIGHT.test(styleOf(element, "font-weight"))) unwrap(element)
    else if (element.matches("i, em") && styleOf(element, "font-style") === "normal") unwrap(element)
    else if (element.matches(SPANS) || (element.matches(BLOCKS) && !element.querySelector(BLOCKS))) mark(element)
  }
}

function mark(element) {
  const isHeading = element.closest("h1, h2, h3, h4, h5, h6, th")
  if (BOLD.test(styleOf(element, "font-weight")) && !isHeading) wrapInside(element, "strong")
  if (/^(?:italic|oblique)/.test(styleOf(element, "font-style"))) wrapInside(element, "em")
  const raised = styleOf(element, "vertical-align")
  if (raised === "super" && !element.querySelector("sup")) wrapInside(element, "sup")
  if (raised === "sub" && !element.querySelector("sub")) wrapInside(element, "sub")
}

function wrapInside(element, tag) {
  const inside = inert.createElement(tag)
  inside.append(...element.childNodes)
  element.append(inside)
}

/** Every kind of lost look once, however often it stood there. */
function nameLost(body, leftOut) {
  const lost = new Set()
  for (const element of body.querySelectorAll("[data-style], u, s, strike, font, center, [align]")) {
    if (!element.textContent.trim()) continue
    const line = `${styleOf(element, "text-decoration")} ${styleOf(element, "text-decoration-line")}`
    const isLink = element.closest("a") || element.querySelector("a")
    if (!isLink && (element.matches("u") || line.includes("underline"))) lost.add("underline")
    if (element.matches("s, strike") || line.includes("line-through")) lost.add("strike")
    if (!isLink && isColoured(element)) lost.add("colour")
    if (!element.closest("table") && isAligned(element)) lost.add("alignment")
  }
  for (const look of lost) leftOut.add(look)
}

function isColoured(element) {
  const written = [styleOf(element, "color"), element.getAttribute("color") ?? ""]
  return [...written, styleOf(element, "background-color"), styleOf(element, "background")].some(isColour)
}

/** Whether a word of a style is red or yellow rather than black, white, grey or «as around». */
function isColour(said) {
  if (!said) return false
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(said)?.[1]
  const pairs = hex?.length === 3 ? [...hex].map((digit) => digit + digit) : hex?.match(/../g)
  const parts = pairs?.map((pair) => parseInt(pair, 16)) ?? /^rgba?\(([^)]*)\)/.exec(said)?.[1].split(/[\s,/]+/).map(Number)
  if (parts) {
    const [red, green, blue, opacity] = parts
    return opacity !== 0 && Math.max(red, green, blue) - Math.min(red, green, blue) > GREY_SPREAD
  }
  return /^(?:red|blue|green|yellow|lime|aqua|fuchsia|maroon|navy|olive|purple|teal|orange|magenta|cyan)\b/.test(said)
}

function isAligned(element) {
  const said = styleOf(element, "text-align") || (element.getAttribute("align") ?? "")
  return element.localName === "center" || ALIGNED.test(said)
}
