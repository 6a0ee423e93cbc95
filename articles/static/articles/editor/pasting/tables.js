import { inert, isHidden, styleOf, unwrap } from "articles/editor/pasting/opening"

const BOLD = /^(?:bold|[6-9]00)$/
const SPREADSHEET = "google-sheets-html-origin, [data-sheets-root], [class^='xl']"

/** Tables keep what is seen of them, with a header row; a table that only lays out a letter becomes its words. */
export function mendTables(body, leftOut) {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    dropHidden(table, leftOut)
    table.querySelectorAll(":scope > caption").forEach((caption) => table.before(asParagraph(caption)))
    if (isLayout(table)) layOut(table)
    else markHeader(table)
  }
}

/** Innermost tables come first, so one that still holds another is there to place it. */
function isLayout(table) {
  if (table.querySelector("table") || table.getAttribute("role") === "presentation") return true
  const rows = [...table.rows]
  const isNarrow = rows.every((row) => row.cells.length < 2)
  const isSheet = table.matches(SPREADSHEET) || table.querySelector(SPREADSHEET)
  return isNarrow && !(isSheet && rows.length > 1)
}

function layOut(table) {
  const cells = [...table.rows].flatMap((row) => [...row.cells])
  table.replaceWith(
    ...cells.map((cell) => {
      const part = inert.createElement("div")
      part.append(...cell.childNodes)
      return part
    }),
  )
}

function asParagraph(element) {
  const paragraph = inert.createElement("p")
  paragraph.append(...element.childNodes)
  return paragraph
}

function dropHidden(table, leftOut) {
  for (const row of [...table.rows]) {
    if (!isHidden(row)) continue
    leftOut.add("hiddenRows")
    shortenSpansAbove(table, row)
    row.remove()
  }
  const hidden = hiddenColumns(table)
  hidden.forEach(() => leftOut.add("hiddenColumns"))
  for (const { cell, column } of placed(table)) {
    const lost = hidden.filter((each) => column <= each && each < column + cell.colSpan).length
    if (lost && lost >= cell.colSpan) cell.remove()
    else if (lost) cell.colSpan -= lost
  }
}

function shortenSpansAbove(table, row) {
  const rows = [...table.rows]
  const place = rows.indexOf(row)
  for (const [number, above] of rows.slice(0, place).entries()) {
    for (const cell of above.cells) if (cell.rowSpan > place - number) cell.rowSpan -= 1
  }
}

/** The numbers of columns that Excel hides: <col span=2 style="display:none">. */
function hiddenColumns(table) {
  const columns = [...table.querySelectorAll("col")].flatMap((col) => Array(col.span).fill(col))
  return [...columns.keys()].filter((number) => isHidden(columns[number]))
}

/** The cells with the column each begins in; one that reaches down from a row above takes its column there too. */
function placed(table) {
  const taken = new Set()
  return [...table.rows].flatMap((row, line) => {
    let column = 0
    return [...row.cells].map((cell) => {
      while (taken.has(`${line} ${column}`)) column++
      const at = { cell, column }
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) taken.add(`${line + down} ${column + right}`)
      column += cell.colSpan
      return at
    })
  })
}

/** Programs know no header cells: a first row all in bold is one. */
function markHeader(table) {
  const [first, second] = table.rows
  if (!first || !second) return
  const cells = [...first.cells]
  const filled = cells.filter((cell) => cell.textContent.trim())
  const isBoldAlone = filled.length > 0 && filled.every(isBold) && ![...second.cells].every(isBold)
  if (first.parentElement.localName === "thead" || isBoldAlone) cells.forEach(makeHeader)
}

function makeHeader(cell) {
  const header = inert.createElement("th")
  header.colSpan = cell.colSpan
  header.rowSpan = cell.rowSpan
  header.append(...cell.childNodes)
  header.querySelectorAll("b, strong").forEach(unwrap)
  cell.replaceWith(header)
}

function isBold(cell) {
  const words = cell.textContent.trim()
  return [cell, ...cell.querySelectorAll("b, strong, span")].some(
    (each) =>
      (each.matches("b, strong") || BOLD.test(styleOf(each, "font-weight"))) && words && each.textContent.trim() === words,
  )
}
