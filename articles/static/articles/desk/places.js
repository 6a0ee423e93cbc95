/*
 * Between the desk's places (half-open code points in the plain text of a part) and where they stand in this form.
 *
 * The plain text of the body is that of people/names/markup.py: blocks and line breaks end a line, spaces at the start
 * of a line are no text. Every place is checked against its words: after an edit it may stand elsewhere.
 */

const BLANK = " \n\t\r\f"
const FIELDS = { headline: "headline", lede: "lede", caption: "lead_caption" }

/** The text of a document, one entry for each code point: the letter, and its position. */
function letters(doc) {
  const found = []
  const endLine = (position) => {
    if (found.length && found.at(-1).letter !== "\n") found.push({ letter: "\n", from: position, to: position })
  }
  const read = (node, position) => {
    if (node.isText) {
      let at = position
      for (const letter of node.text) {
        const plain = BLANK.includes(letter) ? " " : letter
        if (plain !== " " || (found.length && found.at(-1).letter !== "\n")) {
          found.push({ letter: plain, from: at, to: at + letter.length })
        }
        at += letter.length
      }
      return
    }
    if (node.type.name === "hardBreak") found.push({ letter: "\n", from: position, to: position })
    if (node.isBlock) endLine(position)
    node.forEach((child, offset) => read(child, position + offset + 1))
    if (node.isBlock) endLine(position + node.nodeSize)
  }
  doc.forEach((child, offset) => read(child, offset))
  return found
}

/** From places of the body to ranges of the document, letter by letter; what does not stand there now is left out. */
export function rangesIn(doc, places) {
  const text = letters(doc)
  return places.flatMap((place) => {
    const within = text.slice(place.start, place.end)
    const isThere = within.length && within.map(({ letter }) => letter).join("") === place.surface
    return isThere ? [{ ...place, letters: within, from: within[0].from, to: within.at(-1).to }] : []
  })
}

/** The words between two positions of a document, in the plain text that places are told in. */
export function wordsBetween(doc, from, to) {
  const within = letters(doc).filter((each) => each.from >= from && each.to <= to)
  return within.map(({ letter }) => letter).join("").trim()
}

/** Where words first stand in a document; null when they do not any more. */
export function rangeOfWords(doc, words) {
  const text = letters(doc)
  const wanted = Array.from(words)
  const start = text.findIndex((_, at) => wanted.every((letter, ahead) => text[at + ahead]?.letter === letter))
  return start < 0 ? null : { from: text[start].from, to: text[start + wanted.length - 1].to }
}

/** The input a part is written in, none for the body. */
export const fieldOf = (form, { where, number }) => (where === "caption" && number ? null : form.elements[FIELDS[where]])

/** Where the words stand in a plain field, nearest to where the desk read them; null when they are gone. */
export function rangeInField({ value }, { start, surface }) {
  let best = null
  for (let at = value.indexOf(surface); at >= 0; at = value.indexOf(surface, at + 1)) {
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at
  }
  return best === null ? null : { from: best, to: best + surface.length }
}

/** «body 0 12 20» of a button, with its words. */
export function placeOf({ dataset }, name) {
  const [where, number, start, end] = dataset[name].split(" ")
  return { where, number: Number(number), start: Number(start), end: Number(end), surface: dataset.surface }
}
