/* Suggestions under a search field: a combobox after the WAI-ARIA practices. Without it the form works as it stands. */

const PAUSE = 150; // ms after the last letter

for (const input of document.querySelectorAll("input[data-suggest]")) suggestUnder(input);

function suggestUnder(input) {
  const list = document.createElement("ul");
  Object.assign(list, { id: `${input.id}-suggested`, className: "suggested", role: "listbox", hidden: true });
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  input.after(list);
  const parts = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false };
  for (const [name, value] of Object.entries(parts)) input.setAttribute(name, value);

  let current = -1;
  let timer = 0;
  let asked = "";

  function choose(number) {
    current = number;
    [...list.children].forEach((line, at) => line.setAttribute("aria-selected", at === number));
    list.children[number]?.scrollIntoView({ block: "nearest" });
    if (number < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[number].id);
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(line));
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", !list.hidden);
    choose(-1);
  }

  function line({ label, note, url }, number) {
    const item = document.createElement("li");
    Object.assign(item, { id: `${list.id}-${number}`, role: "option", textContent: label });
    item.dataset.url = url;
    if (note) item.append(Object.assign(document.createElement("small"), { textContent: note }));
    return item;
  }

  async function ask() {
    asked = input.value.trim();
    if (asked.length < 2) return show([]);
    const words = asked;
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(words)}`);
      const { suggestions } = await answer.json();
      // Of two answers the later question's counts, and none once the field is left.
      if (words === asked && document.activeElement === input) show(suggestions);
    } catch {
      show([]);
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show([]);
    } else if (event.key === "Enter" && current >= 0) {
      event.preventDefault();
      location.assign(list.children[current].dataset.url);
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Past either end the field itself is next: -1.
      choose(((current + 1 + step + count + 1) % (count + 1)) - 1);
    }
  });
  input.addEventListener("blur", () => {
    asked = "";
    clearTimeout(timer);
    show([]);
  });
  // Before the field loses the focus to it.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) location.assign(item.dataset.url);
  });
}
