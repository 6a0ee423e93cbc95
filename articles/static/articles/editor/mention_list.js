import { crel, gettext } from "django-prose-editor/editor"

const NARROW = matchMedia("(max-width: 40rem)")
const GAP_PX = 6
let lists = 0
let withOffice = true // as last chosen: whoever wants the name alone wants it again

/** The small list beside the caret: people first, then the cases of the one chosen. The caret stays in the text. */
export class MentionList {
  constructor(view, insert) {
    this.view = view
    this.insert = insert
    this.id = `desk-mention-${++lists}`
    this.options = crel("ul", { id: this.id, role: "listbox" })
    this.title = crel("strong")
    this.both = button(gettext("Office and name"), () => this.turn(true))
    this.alone = button(gettext("Name alone"), () => this.turn(false))
    this.head = crel("div", { className: "desk-mention-head" }, [this.title, this.both, this.alone])
    this.dom = crel("div", { className: "desk-mention", hidden: true }, [this.head, this.options])
    // A press on the list must not take the caret, nor close a phone's keyboard.
    this.dom.addEventListener("pointerdown", (event) => event.preventDefault())
    this.dom.addEventListener("mousedown", (event) => event.preventDefault())
    this.place = this.place.bind(this)
    document.body.append(this.dom)
  }

  get isOpen() {
    return !this.dom.hidden
  }

  /** Show these people at the @ that stands at a position of the text; nobody closes the list. */
  offer(people, position) {
    if (!people.length) return this.close()
    this.position = position
    this.person = null
    this.head.hidden = true
    return this.show(gettext("Whom do you name?"), people, (person) => [
      crel("strong", { textContent: person.name }),
      crel("span", { textContent: person.office }),
    ])
  }

  press(key) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step) this.point((this.pointed + step + this.items.length) % this.items.length)
    else if (key === "Tab" && this.person) this.turn(!withOffice)
    else if (key === "Enter" || key === "Tab") this.choose(this.pointed)
    else return false
    return true
  }

  choose(index) {
    if (this.person) return this.insert(this.words(this.items[index]))
    this.person = this.items[index]
    this.title.textContent = this.person.name
    this.head.hidden = false
    this.both.hidden = this.alone.hidden = !this.person.office
    return this.showCases()
  }

  turn(chosen) {
    withOffice = chosen
    this.showCases(this.pointed)
  }

  showCases(pointed = 0) {
    this.both.setAttribute("aria-pressed", withOffice)
    this.alone.setAttribute("aria-pressed", !withOffice)
    const draw = (wording) => [
      crel("span", { className: "desk-mention-case", textContent: wording.question }),
      crel("span", { textContent: this.words(wording) }),
    ]
    this.show(gettext("In which case?"), this.person.wordings, draw, pointed)
  }

  words(wording) {
    return withOffice ? wording.full : wording.name
  }

  show(label, items, draw, pointed = 0) {
    this.items = items
    this.options.setAttribute("aria-label", label)
    this.options.replaceChildren(...items.map((item, index) => this.option(draw(item), index)))
    if (!this.isOpen) this.open()
    this.point(pointed)
    this.place()
    this.reveal()
  }

  option(inside, index) {
    const option = crel("li", { id: `${this.id}-${index}`, role: "option" }, inside)
    option.addEventListener("click", () => this.choose(index))
    return option
  }

  point(index) {
    this.pointed = index
    for (const [place, option] of [...this.options.children].entries()) {
      option.setAttribute("aria-selected", place === index)
    }
    this.options.children[index].scrollIntoView({ block: "nearest" })
    this.view.dom.setAttribute("aria-activedescendant", `${this.id}-${index}`)
  }

  open() {
    this.dom.hidden = false
    this.view.dom.setAttribute("aria-controls", this.id)
    for (const [target, name] of this.moves()) target.addEventListener(name, this.place, { passive: true })
  }

  close() {
    if (!this.isOpen) return
    this.dom.hidden = true
    this.person = null
    for (const name of ["aria-controls", "aria-activedescendant"]) this.view.dom.removeAttribute(name)
    for (const [target, name] of this.moves()) target.removeEventListener(name, this.place)
  }

  moves() {
    return [window, window.visualViewport].flatMap((target) => [[target, "scroll"], [target, "resize"]])
  }

  /** Under the caret, or over it where there is no room; on a phone across the screen, right above the keyboard. */
  place() {
    const seen = window.visualViewport
    const { style } = this.dom
    this.options.style.maxHeight = NARROW.matches ? `${seen.height / 2}px` : ""
    const { offsetHeight, offsetWidth } = this.dom
    if (NARROW.matches) {
      style.left = `${seen.offsetLeft}px`
      style.top = `${seen.offsetTop + seen.height - offsetHeight}px`
      return
    }
    const caret = this.caret()
    const below = caret.bottom + GAP_PX
    const above = caret.top - GAP_PX - offsetHeight
    style.left = `${Math.max(GAP_PX, Math.min(caret.left, window.innerWidth - offsetWidth - GAP_PX))}px`
    style.top = `${below + offsetHeight > window.innerHeight && above > 0 ? above : below}px`
  }

  /** On a phone the list must not cover the line that is being written. */
  reveal() {
    const hidden = this.caret().bottom + GAP_PX - this.dom.getBoundingClientRect().top
    if (NARROW.matches && hidden > 0) window.scrollBy(0, hidden)
  }

  caret() {
    return this.view.coordsAtPos(Math.min(this.position, this.view.state.doc.content.size))
  }

  destroy() {
    this.close()
    this.dom.remove()
  }
}

function button(textContent, press) {
  const made = crel("button", { type: "button", tabIndex: -1, textContent })
  made.addEventListener("click", press)
  return made
}
