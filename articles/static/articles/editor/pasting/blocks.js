import { inert, keepOnly } from "articles/editor/pasting/opening"

/* The last shape of a paste: paragraphs, headings, lists, tables and quotes, none of them empty. */

const HEADINGS = { H1: "h2", H2: "h2", H3: "h3", H4: "h3", H5: "h3", H6: "h3" }
const BLOCK =
  "address, article, blockquote, center, dd, details, div, dl, dt, fieldset, figcaption, figure, footer, " +
  "h1, h2, h3, h4, h5, h6, header, hr, li, main, ol, p, pre, section, summary, table, ul"
const KEPT_WHOLE = "ul, ol, blockquote, table, hr"

/** Write the page anew in the blocks the editor knows. An element nobody knows keeps its words. */
export function asBlocks(body) {
  for (const pre of body.querySelectorAll("pre")) keepLines(pre)
  body.replaceChildren(...blocksIn(body, "p"))
}

/** The blocks in an element. Its loose words become blocks of this `kind`, parted where two line breaks stood. */
function blocksIn(element, kind) {
  const blocks = []
  let loose = []

  function close() {
    for (const nodes of partsOf(loose)) {
      const block = inert.createElement(kind)
      block.append(...nodes)
      if (block.textContent.trim()) blocks.push(block)
    }
    loose = []
  }

  function read(parent, inside, marks) {
    for (const node of [...parent.childNodes]) {
      if (node.nodeType === Node.TEXT_NODE || node.localName === "br") loose.push(marked(node, marks))
      else if (node.nodeType !== Node.ELEMENT_NODE) continue
      else if (node.matches(BLOCK)) {
        close()
        blocks.push(...blocksOf(node, kind, inside))
      } else if (node.querySelector(BLOCK)) read(node, inside, [...marks, node])
      else loose.push(marked(node, marks))
    }
  }

  read(element, [], [])
  close()
  return blocks
}

/** What a block becomes: itself with its own blocks mended, or the blocks in it. */
function blocksOf(block, kind) {
  if (block.matches(KEPT_WHOLE)) {
    for (const part of partsWithBlocks(block)) part.replaceChildren(...blocksIn(part, "p"))
    return isEmpty(block) ? [] : [block]
  }
  return blocksIn(block, HEADINGS[block.tagName] ?? kind)
}

function partsWithBlocks(block) {
  if (block.localName === "blockquote") {
    keepOnly(block)
    return [block]
  }
  if (block.localName === "table") return [...block.rows].flatMap((row) => [...row.cells])
  for (const child of [...block.childNodes]) if (child.localName !== "li") putIntoItem(block, child)
  for (const item of [...block.children]) if (isEmpty(item)) item.remove()
  return [...block.children]
}

/** Words that stand in a list beside its items are an item. */
function putIntoItem(list, child) {
  if (!child.textContent.trim()) return child.remove()
  const item = inert.createElement("li")
  list.insertBefore(item, child)
  item.append(child)
}

function isEmpty(block) {
  return block.localName !== "hr" && !block.textContent.trim()
}

/** A node with the bold or the link that stood around a whole block. */
function marked(node, marks) {
  return marks.reduceRight((inner, mark) => {
    const outer = mark.cloneNode(false)
    outer.append(inner)
    return outer
  }, node)
}

/** The paragraphs in a line of nodes; breaks at the ends of each say nothing. */
function partsOf(nodes) {
  const parts = [[]]
  let breaks = []
  for (const node of nodes.flatMap(opened)) {
    const isBreak = node.localName === "br"
    if (isBreak || (breaks.length && node.nodeType === Node.TEXT_NODE && !node.data.trim())) {
      breaks.push(node)
      continue
    }
    if (breaks.filter((each) => each.localName === "br").length > 1) parts.push([])
    else if (parts.at(-1).length) parts.at(-1).push(...breaks)
    breaks = []
    parts.at(-1).push(node)
  }
  return parts.filter((part) => part.length)
}

/** An inline element in which a paragraph may end, in pieces: a whole message of WhatsApp is one <span>. */
function opened(node) {
  if (node.nodeType !== Node.ELEMENT_NODE || !node.querySelector("br")) return [node]
  const isBreakAt = [node.firstChild, node.lastChild].some((child) => child.localName === "br")
  if (!isBreakAt && !node.querySelector("br + br")) return [node]
  return [...node.childNodes].flatMap(opened).map((piece) => (piece.localName === "br" ? piece : marked(piece, [node])))
}

function keepLines(pre) {
  const lines = pre.textContent.split("\n")
  pre.replaceChildren(...lines.flatMap((line, number) => (number ? [inert.createElement("br"), line] : [line])))
}
