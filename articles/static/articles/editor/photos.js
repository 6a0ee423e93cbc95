import { crel, gettext } from "django-prose-editor/editor"
import { choose, chooseSeveral } from "articles/editor/chooser"
import { fetchRecords } from "articles/editor/records"

/* Photos of the library, as the editor picks and shows them. */

/** A promise of the photo picked, null when they think better of it. */
export function choosePhoto(photos) {
  return choose({ title: gettext("Choose a photo"), ...asking(photos) })
}

/** The same for several at once, in the order they were picked. */
export function choosePhotos(photos) {
  return chooseSeveral({ title: gettext("Choose photos"), ...asking(photos) })
}

function asking(photos) {
  return {
    find: (words, signal) => fetchRecords(`${photos}?${new URLSearchParams({ q: words })}`, { signal }),
    draw: (photo) => [
      photo.thumbnail
        ? crel("img", { src: photo.thumbnail, alt: photo.alt, width: 96, height: 96 })
        : crel("span", { className: "desk-no-picture", textContent: gettext("being prepared") }),
      crel("span", { className: "desk-chooser-words" }, [
        crel("strong", { textContent: photo.title }),
        crel("span", { textContent: photo.credit }),
        ...photo.obstacles.map((sentence) => crel("span", { className: "desk-obstacle", textContent: sentence })),
      ]),
    ],
  }
}

/** The node of a photo in a text; its caption begins as what the picture lastingly shows. */
export function figureOf(photo) {
  const caption = photo.description ? [{ type: "text", text: photo.description }] : []
  return { type: "photoFigure", attrs: { photo: photo.id }, content: caption }
}

/** `photo` is undefined when the desk did not answer, null when there is none. */
export function pictureOf(photo) {
  if (photo?.src) return crel("img", { src: photo.src, alt: photo.alt })
  return crel("p", { className: "desk-no-picture", textContent: photo ? gettext("being prepared") : "?" })
}

/** What stands under the picture. */
export function wordsOf(photo) {
  const line = (textContent, className = "") => crel("p", { className, textContent })
  if (photo === undefined) return [line(gettext("The photo cannot be shown now; it is still in the text."))]
  if (photo === null) return [line(gettext("This photo is no longer in the library: choose another."), "desk-obstacle")]
  return [line(photo.credit), ...photo.obstacles.map((sentence) => line(sentence, "desk-obstacle"))]
}
