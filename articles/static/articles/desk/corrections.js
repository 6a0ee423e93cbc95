/*
 * Other words in the place of some, touching only the letters that differ: a name in bold stays bold, a link inside a
 * quotation stays a link when the marks around it change.
 */

/** The changes that make `words` of these letters of a document, the last first. */
export function changesOf(letters, words) {
  const wanted = [...words]
  const kept = longestKept(letters.map(({ letter }) => letter), wanted)
  const changes = []
  let [begun, written] = [0, 0]
  for (const [from, to] of [...kept, [letters.length, wanted.length]]) {
    if (from > begun || to > written) changes.unshift(change(letters, begun, from, wanted.slice(written, to).join("")))
    begun = from + 1
    written = to + 1
  }
  return changes
}

function change(letters, begin, end, words) {
  const from = begin < letters.length ? letters[begin].from : letters.at(-1).to
  return { from, to: end > begin ? letters[end - 1].to : from, words }
}

/** Pairs of places with the same letter in both, as many as possible, in order. */
function longestKept(old, wanted) {
  const most = Array.from({ length: old.length + 1 }, () => new Uint16Array(wanted.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      most[i][j] = old[i] === wanted[j] ? most[i + 1][j + 1] + 1 : Math.max(most[i + 1][j], most[i][j + 1])
    }
  }
  const pairs = []
  let [i, j] = [0, 0]
  while (i < old.length && j < wanted.length) {
    if (old[i] === wanted[j]) pairs.push([i++, j++])
    else if (most[i + 1][j] >= most[i][j + 1]) i++
    else j++
  }
  return pairs
}

/** Write a change; new letters look like those they replace, or like those before them. */
export function write(transaction, { from, to, words }) {
  if (!words) return transaction.delete(from, to)
  const { doc } = transaction
  const marks = doc.resolve(to > from ? from + 1 : from).marks()
  return transaction.replaceWith(from, to, doc.type.schema.text(words, marks))
}
