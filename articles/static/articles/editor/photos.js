import { crel, gettext } from "django-prose-editor/editor"
import { choose } from "articles/editor/chooser"
import { fetchRecords } from "articles/editor/records"

/** A promise of the photo an editor picks from the library by its picture; null when they think better of it. */
export function choosePhoto(photos) {
  return choose({
    title: gettext("Choose a photo"),
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
  })
}
