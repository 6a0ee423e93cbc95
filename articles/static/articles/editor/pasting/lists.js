import { inert, unwrap } from "articles/editor/pasting/opening"

const NUMBER = /^\(?(?:\d{1,3}(?:\.\d+)*|[a-zа-яё]{1,2}|[ivxlcdm]+)[.)]/i
const LISTS = "ul, ol"

/** Whether the mark typed before an item counts: «1.», «2)», «а)», «iv.»; the rest are bullets. */
export function isOrdered(mark) {
  return NUMBER.test(mark)
}

/**
 * Lists made of items that each say how deep they stand, `{ level, isOrdered, number, content }`.
 *
 * A new kind on the first level begins a list of its own.
 */
export function nested(items, leftOut) {
  const roots = []
  const open = [] // the lists an item may be put into, from the outermost
  for (const { level, isOrdered, number, content } of items) {
    const tag = isOrdered ? "ol" : "ul"
    open.length = Math.min(open.length, level)
    const top = open.at(-1)
    const isSame = top && open.length === level && top.localName === tag
    if (!isSame) {
      if (open.length === level) open.pop()
      const list = inert.createElement(tag)
      const parent = open.at(-1)?.lastElementChild
      if (parent) parent.append(list)
      else roots.push(list)
      if (isOrdered && /\d/.test(number) && !/^\D*(?:\d+\.)*1\D*$/.test(number)) leftOut.add("numbering")
      open.push(list)
    }
    const item = inert.createElement("li")
    item.append(...content)
    open.at(-1).append(item)
  }
  return roots
}

/** Put right the lists of Google's and Microsoft's pages: lists beside items, items each in a list of its own. */
export function mendLists(body, leftOut) {
  body.querySelectorAll(".ListContainerWrapper").forEach(unwrap)
  body.querySelectorAll(LISTS).forEach(joinByLevels)
  body.querySelectorAll(":is(ul, ol) > :is(ul, ol)").forEach(putIntoItem)
  for (const list of body.querySelectorAll("ol[start]")) if (list.start !== 1) leftOut.add("numbering")
  for (const item of body.querySelectorAll("li")) if (!item.closest(LISTS)) item.replaceWith(asParagraph(item))
}

/** Word online writes every item as a list of one, its depth in `data-aria-level`. */
function joinByLevels(list) {
  if (!list.isConnected || !list.querySelector(":scope > li[data-aria-level]")) return
  const run = [list]
  for (let next = list; (next = next.nextElementSibling)?.matches(":is(ul, ol):has(> li[data-aria-level])"); ) run.push(next)
  const items = run.flatMap((each) =>
    [...each.children].map((item) => ({
      level: Number(item.dataset.ariaLevel) || 1,
      isOrdered: each.localName === "ol",
      number: "1",
      content: [...item.childNodes],
    })),
  )
  list.before(...nested(items))
  run.forEach((each) => each.remove())
}

/** A list beside the items, as Google writes it, belongs to the item before it. */
function putIntoItem(list) {
  const before = list.previousElementSibling
  if (before?.localName === "li") before.append(list)
  else if (before?.matches(LISTS)) before.append(...list.childNodes)
  else unwrap(list)
}

function asParagraph(item) {
  const paragraph = inert.createElement("p")
  paragraph.append(...item.childNodes)
  return paragraph
}
