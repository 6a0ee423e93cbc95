// What is wrong with the page as it is drawn now: each question answers with a list of sentences, empty when all is well.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const seen = (element) => element.checkVisibility({ visibilityProperty: true })
  const named = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${element.textContent.trim().slice(0, 40)}”`
  const focusable = () => all("a[href], button, input:not([type=hidden]), select, textarea, summary").filter(seen)

  const lines = (paragraph) => {
    const range = document.createRange()
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    const found = new Map()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const top = Math.round(range.getBoundingClientRect().top / 12)
        found.set(top, (found.get(top) ?? 0) + 1)
      }
    }
    return [...found.values()].slice(0, -1) // the last one ends where the words end
  }

  return {
    sideways() {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return []
      const wide = all("body *").filter((each) => seen(each) && each.getBoundingClientRect().right > clientWidth + 1)
      return [`${scrollWidth} px in ${clientWidth}`, ...wide.slice(-5).map(named)]
    },

    clipped() {
      return all("h1, h2, h3, a, button, summary, label, dt, dd, figcaption")
        .filter((each) => seen(each) && getComputedStyle(each).overflow !== "visible")
        .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
        .map(named)
    },

    headings() {
      const levels = all("h1, h2, h3, h4, h5, h6").filter(seen).map((each) => Number(each.tagName[1]))
      const skipped = levels.filter((level, at) => at && level > levels[at - 1] + 1)
      const tops = levels.filter((level) => level === 1).length
      return [...(tops === 1 ? [] : [`${tops} headings of level 1`]), ...skipped.map((level) => `a level left out before h${level}`)]
    },

    images() {
      return all("img")
        .filter((each) => !["width", "height", "alt"].every((name) => each.hasAttribute(name)))
        .map((each) => each.outerHTML)
    },

    // Links in lists and sentences are axe's to judge: it knows how far they stand from each other.
    targets() {
      return all("nav a, button, input:not([type=hidden]), select, summary")
        .filter(seen)
        .map((each) => [each, each.getBoundingClientRect()])
        .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
        .map(([each, box]) => `${named(each)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`)
    },

    overlaps() {
      const words = focusable().filter((each) => each.closest("header, nav, body > footer") && !each.matches(".skip"))
      const boxes = words.map((each) => [each, each.getBoundingClientRect()])
      const over = ([a, one], [b, other]) =>
        !a.contains(b) && !b.contains(a) &&
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
      return boxes.flatMap((box, at) => boxes.slice(at + 1).filter((next) => over(box, next)).map((next) => `${named(box[0])} and ${named(next[0])}`))
    },

    // Called after a key was pressed: the browser then shows where the focus is, a script's moves included.
    unseenFocus() {
      return focusable()
        .filter((each) => {
          each.focus()
          const drawn = each.closest("svg") ? each.querySelector("rect") ?? each : each
          const { outlineStyle, outlineWidth, stroke } = getComputedStyle(drawn)
          return drawn === each ? outlineStyle === "none" || parseFloat(outlineWidth) < 1 : stroke === "transparent"
        })
        .map(named)
    },

    firstFocusable() {
      return focusable()[0]?.className ?? ""
    },

    moving() {
      const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0)
      const moves = all("*").filter((each) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each)
        return lasts(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth"
      })
      return moves.map(named)
    },

    // Light words on paper are not seen; 0.45 is a grey that a laser printer still draws.
    paleOnPaper() {
      const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0) / 255
      return all("body *")
        .filter((each) => seen(each) && [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
        .filter((each) => light(getComputedStyle(each).color) > 0.45)
        .map(named)
    },

    navigation() {
      return all("nav, .skip").filter(seen).map(named)
    },

    lettersInLine(selector) {
      const full = all(selector).filter(seen).flatMap(lines)
      return full.reduce((sum, each) => sum + each, 0) / full.length
    },

    unruledScripts() {
      return all("script")
        .filter((each) => each.type !== "application/ld+json" && each.type !== "module" && !each.defer && !each.async)
        .map((each) => each.outerHTML.slice(0, 80))
    },
  }
})()
