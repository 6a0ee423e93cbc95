import { crel } from "django-prose-editor/editor"
import { fetchRecords } from "articles/editor/records"

/* Articles as the editor picks them: headline, date and state, since readers see only what is public. */

export function findArticles(articles, words, signal) {
  return fetchRecords(`${articles}?${new URLSearchParams({ q: words })}`, { signal })
}

export function articleWords({ headline, told }) {
  return [
    crel("span", { className: "desk-chooser-words" }, [
      crel("strong", { textContent: headline }),
      crel("span", { textContent: told }),
    ]),
  ]
}
