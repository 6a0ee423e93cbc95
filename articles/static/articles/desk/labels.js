/** The searches that Django's admin puts in the place of a select take its label: by themselves they have no name. */
export function nameSearches(form) {
  const name = () => {
    for (const select of form.querySelectorAll("select.select2-hidden-accessible")) {
      const label = form.querySelector(`label[for="${select.id}"]`)?.textContent.trim()
      const box = select.nextElementSibling
      for (const unnamed of box?.querySelectorAll("[role=combobox], [role=searchbox], [type=search]") ?? []) {
        if (label) unnamed.setAttribute("aria-label", label)
      }
    }
  }
  if (document.readyState === "complete") name()
  else window.addEventListener("load", () => setTimeout(name))
}
