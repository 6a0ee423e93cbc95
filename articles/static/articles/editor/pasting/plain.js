import { pm } from "django-prose-editor/editor"
import { isOrdered, nested } from "articles/editor/pasting/lists"
import { inert } from "articles/editor/pasting/opening"
import { mendedSpaces, withoutInvisible } from "articles/editor/pasting/spaces"

/* Plain text: of Telegram Desktop, of a viewer of PDF, of a letter. */

const NARROWEST_WRAP = 40
const WIDEST_WRAP = 120
const ITEM = /^([•◦▪‣●]|\d{1,2}[.)])\s+/
// Words that keep their hyphen where a line ends in it: «кто-то», «где-нибудь», «всё-таки».
const AFTER_HYPHEN = /^(?:то|либо|нибудь|таки|ка|де)(?!\p{L})/u
const BEFORE_HYPHEN = /(?<!\p{L})(?:по|кое|из|во|в)-$/iu

/** The slice of a document that a plain text is. */
export function sliceOf(text, schema, context) {
  const body = inert.createElement("div")
  body.append(...blocksOf(text))
  return pm.model.DOMParser.fromSchema(schema).parseSlice(body, { preserveWhitespace: true, context })
}

/** Blank lines part paragraphs; in a text that has none, every line is one, unless the lines were evidently wrapped. */
function blocksOf(text) {
  const chunks = text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\u00ad\n(?=\p{Ll})/gu, "")
    .split(/\n[^\S\n]*\n|\f/)
    .map((chunk) => chunk.split("\n").map(cleanLine).filter(Boolean))
    .filter((lines) => lines.length)
  const width = wrapWidth(chunks)
  const isLoose = chunks.length < 2
  return chunks.flatMap((lines) => blocksOfChunk(width ? unwrapped(lines, width) : lines, isLoose || width > 0))
}

function cleanLine(line) {
  return withoutInvisible(mendedSpaces(line)).replace(/ +/g, " ").trim()
}

function blocksOfChunk(lines, isLineParagraph) {
  if (isList(lines)) return nested(lines.map(asItem))
  const from = lines.findIndex((line, place) => ITEM.test(line) && isList(lines.slice(place)))
  if (from > 0) return [lines.slice(0, from), lines.slice(from)].flatMap((part) => blocksOfChunk(part, isLineParagraph))
  return isLineParagraph ? lines.map((line) => paragraph([line])) : [paragraph(lines)]
}

/** At least two lines that all begin with a bullet, or with numbers counting up from one. */
function isList(lines) {
  const marks = lines.map((line) => ITEM.exec(line)?.[1])
  if (lines.length < 2 || marks.some((mark) => !mark)) return false
  return marks.every((mark, place) => (isOrdered(mark) ? parseInt(mark, 10) === place + 1 : !isOrdered(marks[0])))
}

function asItem(line) {
  const [whole, mark] = ITEM.exec(line)
  return { level: 1, isOrdered: isOrdered(mark), number: "1", content: [paragraph([line.slice(whole.length)])] }
}

function paragraph(lines) {
  const block = inert.createElement("p")
  block.append(...lines.flatMap((line, number) => (number ? [inert.createElement("br"), line] : [line])))
  return block
}

/**
 * The column at which the lines were wrapped by a viewer or a mail program; 0 when they were not.
 *
 * The evidence is sentences that go on in the next line, in most places where the next word had no room.
 */
function wrapWidth(chunks) {
  const width = Math.max(0, ...chunks.flat().map((line) => line.length))
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return 0
  const pairs = chunks.flatMap((lines) => lines.slice(1).map((line, place) => [lines[place], line]))
  const full = pairs.filter(([line, following]) => hadNoRoom(line, following, width))
  const goingOn = full.filter(([line]) => !/[.!?…]$/.test(line))
  return goingOn.length && goingOn.length * 2 >= full.length && full.length * 2 >= pairs.length ? width : 0
}

function hadNoRoom(line, following, width) {
  if (/^[-–—•*]/.test(following) || ITEM.test(following)) return false
  return line.length + 1 + following.split(" ")[0].length > width - 4 && line.length >= width * 0.6
}

function unwrapped(lines, width) {
  const joined = [lines[0]]
  for (let place = 1; place < lines.length; place++) {
    const goesOn = hadNoRoom(lines[place - 1], lines[place], width)
    if (goesOn) joined.push(rejoined(joined.pop(), lines[place]))
    else joined.push(lines[place])
  }
  return joined
}

/** A word parted at the end of a line is one word again. */
function rejoined(line, following) {
  if (!/\p{L}-$/u.test(line) || !/^\p{Ll}/u.test(following)) return `${line} ${following}`
  const keepsHyphen = AFTER_HYPHEN.test(following) || BEFORE_HYPHEN.test(line)
  return (keepsHyphen ? line : line.slice(0, -1)) + following
}
