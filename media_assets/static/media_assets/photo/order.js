/** Who stands where, told by the marks on the picture. */

// Two faces of one row are seldom further apart in height than this share of the picture.
const LEAST_STEP = 0.12

/** The middle of a mark. */
export function middleOf({ x, y, width, height }) {
  return { x: x + (width || 0) / 2, y: y + (height || 0) / 2 }
}

/**
 * Rows and places of the marked, front row (the lowest) first, then of those without a mark, in their order.
 *
 * Takes pairs of anything with its mark or null; gives pairs of the same with [row, position].
 */
export function ordered(pairs) {
  const marked = pairs.filter(([, region]) => region)
  const found = []
  let line = 0
  for (const row of rowsOf(marked)) {
    line += 1
    row.sort(([, a], [, b]) => middleOf(a).x - middleOf(b).x)
    row.forEach(([each], place) => found.push([each, [line, place + 1]]))
  }
  const taken = found.filter(([, place]) => place[0] === Math.max(line, 1)).length
  const unmarked = pairs.filter(([, region]) => !region)
  return [...found, ...unmarked.map(([each], place) => [each, [Math.max(line, 1), taken + place + 1]])]
}

function rowsOf(marked) {
  const upwards = [...marked].sort(([, a], [, b]) => middleOf(b).y - middleOf(a).y)
  const heights = marked.map(([, region]) => region.height || 0).sort((a, b) => a - b)
  const step = Math.max(LEAST_STEP, heights[Math.floor(heights.length / 2)] ?? 0)
  const rows = []
  for (const each of upwards) {
    const row = rows.at(-1)
    if (row && middleOf(row.at(-1)[1]).y - middleOf(each[1]).y < step) row.push(each)
    else rows.push([each])
  }
  return rows
}
