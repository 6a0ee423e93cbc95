/* HTML of a clipboard, opened as a page that nothing in it can act on. */

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi
const SHEET = /<style[^>]*>([^]*?)<\/style\s*>/gi
const RULE = /([^{}]+)\{([^{}]*)\}/g
const CLASS = /^(?:[a-z]+\d?)?\.([\w-]+)$/i
const OF_LOOKS = /(?:^|[;\s])(?:font-weight|font-style|display|text-decoration)\s*:/i

/** Where new elements are made: a picture put into one of the page's own would be fetched, from wherever it says. */
export const inert = document.implementation.createHTMLDocument("")

/**
 * The HTML with its inline styles and handlers renamed, its sheets gone.
 *
 * In the words of the tags: the content security policy refuses a style once it is parsed, and complains of it.
 */
export function withoutStyles(html) {
  return html
    .replace(SHEET, "")
    .replace(TAG, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style=").replace(/\son[a-z]+\s*=/gi, " data-x="))
}

/** The page; what its sheets say of a class stands in the `data-style` of each element, before the element's own. */
export function openPasted(html) {
  const looks = looksOfClasses(html)
  const page = new DOMParser().parseFromString(withoutStyles(html), "text/html")
  for (const element of page.querySelectorAll("[class]")) {
    const said = [...element.classList].map((name) => looks.get(name)).filter(Boolean)
    if (said.length) element.dataset.style = [...said, element.dataset.style ?? ""].join(";")
  }
  return page
}

/** Excel and Apple's programs write bold in a sheet, as `.xl65 {font-weight:700}` or `span.s1 {font-weight: bold}`. */
function looksOfClasses(html) {
  const looks = new Map()
  for (const [, sheet] of html.matchAll(SHEET)) {
    for (const [, selectors, said] of sheet.replace(/<!--|-->|\/\*[^]*?\*\//g, "").matchAll(RULE)) {
      if (!OF_LOOKS.test(said)) continue
      for (const selector of selectors.split(",")) {
        const name = CLASS.exec(selector.trim())?.[1]
        if (name) looks.set(name, `${looks.get(name) ?? ""};${said.replace(/\s+/g, " ")}`)
      }
    }
  }
  return looks
}

/** What an element's style says of a property, in small letters; the later word stands. */
export function styleOf(element, property) {
  const said = (element.dataset.style ?? "").toLowerCase().replaceAll("!important", "").split(";")
  const pairs = said.map((each) => /^\s*([\w-]+)\s*:\s*(.*?)\s*$/s.exec(each))
  return pairs.findLast((pair) => pair?.[1] === property)?.[2] ?? ""
}

export function isHidden(element) {
  return element.hidden || styleOf(element, "display") === "none" || styleOf(element, "mso-hide") === "all"
}

export function unwrap(element) {
  element.replaceWith(...element.childNodes)
}

export function keepOnly(element, ...names) {
  for (const name of element.getAttributeNames()) if (!names.includes(name)) element.removeAttribute(name)
}
