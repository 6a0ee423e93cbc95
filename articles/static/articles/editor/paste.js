import { Extension, Plugin } from "django-prose-editor/editor"

/**
 * A pasted text keeps bold and italic, however its program wrote them, and loses every other look.
 *
 * The content security policy stops inline styles, so the library cannot read them. A Google document comes inside
 * <b style="font-weight:normal">, its bold words in <span style="font-weight:700">: all of it would be bold.
 */
export const PastedText = Extension.create({
  name: "pastedText",

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: withoutStyles } })]
  },
})

const LOOKS = [
  { tag: "strong", written: "b, strong", is: /font-weight:\s*(bold|[6-9]00)/i, isNot: /font-weight:\s*(normal|400)/i },
  { tag: "em", written: "i, em", is: /font-style:\s*italic/i, isNot: /font-style:\s*normal/i },
]

function withoutStyles(html) {
  // Renamed in the words of the tags: once parsed, a style has been refused already.
  const renamed = html
    .replace(/<style[^]*?<\/style>/gi, "")
    .replace(/<[^>]+>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style=").replace(/\son[a-z]+\s*=/gi, " data-x="))
  const page = new DOMParser().parseFromString(renamed, "text/html")
  for (const element of page.querySelectorAll("[data-style]")) {
    const { style } = element.dataset
    for (const { tag, written, is, isNot } of LOOKS) {
      if (element.matches("span") && is.test(style)) {
        const inside = page.createElement(tag)
        inside.append(...element.childNodes)
        element.append(inside)
      } else if (element.matches(written) && isNot.test(style)) {
        element.replaceWith(...element.childNodes)
      }
    }
  }
  return page.body.innerHTML
}
