/* What stands around the story on a page of the web. */

const CONTROLS = "button, input, select, textarea, form, nav, [role='button'], [role='navigation'], [role='toolbar']"
const BESIDE = "aside, [role='complementary'], [role='banner'], [role='contentinfo'], ins.adsbygoogle"
// Whole words of class names and ids: «ad», «share-buttons», «b-social»; not «header» or «shared-table».
const NAMES =
  "ads?|adv|advert\\w*|banner|promo|sharing|shares?|socials?|subscribe|newsletter|cookie\\w*|related|recommend\\w*|breadcrumbs?"
const NAMED = new RegExp(`(?:^|[\\s_-])(?:${NAMES})(?:$|[\\s_-])`, "i")

/** Buttons, advertising and side notes go, and are named; what holds half of all the words is what is meant. */
export function dropFurniture(body, leftOut) {
  const half = body.textContent.trim().length / 2
  for (const each of body.querySelectorAll("*")) {
    const words = each.textContent.trim()
    if (!each.isConnected || !isFurniture(each) || words.length > half) continue
    if (words) leftOut.add("furniture", words)
    each.remove()
  }
}

function isFurniture(element) {
  if (element.matches(CONTROLS) || element.matches(BESIDE)) return true
  if (element.matches("table, tbody, tr, td, th, a, span, p, b, strong, em, i")) return false
  return NAMED.test(`${element.getAttribute("class") ?? ""} ${element.id}`)
}
