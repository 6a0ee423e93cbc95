/* Files as people hand them over: dropped, in folders too, pasted, or chosen with the button. */

/** Call `take(files)` with whatever is given to the page by `zone`, `input` or the clipboard. */
export function receiveFiles({ zone, input, take }) {
  let depth = 0
  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files")
  // The whole page takes a drop: a file let go beside the zone would otherwise replace the page.
  document.addEventListener("dragenter", (event) => {
    if (carriesFiles(event)) zone.classList.toggle("drop-over", ++depth > 0)
  })
  document.addEventListener("dragleave", (event) => {
    if (carriesFiles(event)) zone.classList.toggle("drop-over", --depth > 0)
  })
  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault()
  })
  document.addEventListener("drop", async (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    depth = 0
    zone.classList.remove("drop-over")
    take(await filesOf(event.dataTransfer))
  })
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (!files.length) return
    event.preventDefault()
    take(files)
  })
  input.addEventListener("change", () => {
    const files = [...input.files]
    input.value = "" // the same file may be chosen again, and the form is not to send it once more
    take(files)
  })
}

async function filesOf(transfer) {
  // Entries must be asked for at once: the list is empty after the first pause.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.())
  if (!entries.every(Boolean)) return [...transfer.files]
  return (await Promise.all(entries.map(within))).flat()
}

async function within(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))]
  const reader = entry.createReader()
  const found = []
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)) // a hundred at a time
    if (!some.length) break
    found.push(...some)
  }
  const visible = found.filter((each) => !each.name.startsWith("."))
  return (await Promise.all(visible.map(within))).flat()
}
