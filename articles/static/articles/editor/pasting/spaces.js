/* Spaces: those that lay a page out become plain ones, those that hold words together stay. */

const BLOCK = "p, h2, h3, li, td, th, blockquote"
const LINE_END = "\u2028"
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g
// «1 200», «5 млн», «№ 7», «30 июня 2025 г.», «г. Ош», «А. А. Иванов», «в Оше», «слово — слово».
const HOLDING = [
  /\d\u00a0(?=[\d\p{L}%°])/gu,
  /[№§]\u00a0(?=[\dIVXLC])/gu,
  /(?<![\p{L}\d])(?:г|гг|в|вв|ул|д|им|стр|ст|п|пп|т|рис|см|тов)\.\u00a0(?=[\p{L}\d])/giu,
  /(?<!\p{L})\p{Lu}\.\u00a0(?=\p{Lu})/gu,
  /(?<!\p{L})\p{L}{1,2}\u00a0(?=[\p{L}\d«„"])/gu,
  /[^\s]\u00a0(?=[—–](?:\s|$))/gu,
]

/** Mend the spaces of each block as one text: a number may be bold and its unit not. */
export function mendSpaces(body) {
  for (const block of body.querySelectorAll(BLOCK)) {
    if (block.querySelector(BLOCK)) continue
    const pieces = piecesOf(block)
    const mended = mendedSpaces(pieces.map((piece) => piece.data ?? LINE_END).join(""))
    let at = 0
    for (const piece of pieces) {
      const { length } = piece.data ?? LINE_END
      if (piece.data) piece.data = withoutInvisible(mended.slice(at, at + length))
      at += length
    }
  }
}

/** The text, letter for letter as long as it was, with plain spaces where nothing is held together. */
export function mendedSpaces(text) {
  const even = text.replace(/[\u202f\u2007]/g, "\u00a0").replace(/[\t\r\n\u2002-\u2006\u2009\u200a]/g, " ")
  const held = new Set()
  for (const pattern of HOLDING) for (const match of even.matchAll(pattern)) held.add(match.index + match[0].length - 1)
  return even
    .replace(/\u00a0/g, (space, at) => (held.has(at) ? space : " "))
    .replace(/ +(?=\u2028)/g, (spaces) => "\u200b".repeat(spaces.length))
}

export function withoutInvisible(text) {
  return text.replace(INVISIBLE, "")
}

/** The texts and line breaks of a block in reading order. */
function piecesOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const pieces = []
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    if (node.nodeType === Node.TEXT_NODE || node.localName === "br") pieces.push(node)
  }
  return pieces
}
