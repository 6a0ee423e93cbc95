import { asBlocks } from "articles/editor/pasting/blocks"
import { tidyLinks } from "articles/editor/pasting/links"
import { mendLists } from "articles/editor/pasting/lists"
import { keepLooks } from "articles/editor/pasting/looks"
import { withoutMedia } from "articles/editor/pasting/media"
import { openPasted, withoutStyles } from "articles/editor/pasting/opening"
import { dropFurniture } from "articles/editor/pasting/furniture"
import { dropMachinery, dropOfficeNotes } from "articles/editor/pasting/office"
import { mendSpaces } from "articles/editor/pasting/spaces"
import { mendTables } from "articles/editor/pasting/tables"
import { nestWordLists } from "articles/editor/pasting/word_lists"

// The editor marks what was copied out of it. A stranger may write the mark too: then the schema of the editor and the
// sanitiser of the server decide alone, as they do about everything.
const FROM_EDITOR = /<[^>]+\sdata-pm-slice\s*=/i

// The order matters: the marks of Word's lists stand in comments and styles, which later steps take away.
const STEPS = [
  nestWordLists,
  dropOfficeNotes,
  dropMachinery,
  dropFurniture,
  withoutMedia,
  mendTables,
  mendLists,
  tidyLinks,
  keepLooks,
  asBlocks,
  mendSpaces,
]

/** The HTML of a clipboard, whichever program put it there, as the editor can take it; `leftOut` learns of the rest. */
export function cleaned(html, leftOut) {
  if (FROM_EDITOR.test(html)) return withoutStyles(html)
  const page = openPasted(html)
  for (const step of STEPS) step(page.body, leftOut)
  return page.body.innerHTML
}
