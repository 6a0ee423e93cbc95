/* A button beside an address that puts it on the clipboard; where the browser forbids that, the address is selected. */

for (const button of document.querySelectorAll("[data-copies]")) {
  const address = document.getElementById(button.dataset.copies)
  button.hidden = false
  button.addEventListener("click", async () => {
    address.select()
    try {
      await navigator.clipboard.writeText(address.value)
      button.textContent = button.dataset.done
    } catch {
      // It is selected: Ctrl+C copies it.
    }
  })
}
