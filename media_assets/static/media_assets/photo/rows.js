/** Somebody in the list: the fields of one row of the form, read and written. */

const SIDES = ["x", "y", "width", "height"]

export function field(row, name) {
  return row.querySelector(`[name="${row.dataset.prefix}-${name}"]`)
}

/** The place in the picture: row from the front, then from the left. */
export function placeOf(row) {
  return [Number(field(row, "row").value) || 1, Number(field(row, "position").value) || 0]
}

export function setPlace(row, [line, position]) {
  field(row, "row").value = line
  field(row, "position").value = position
}

/** The mark in shares of the picture; a point has no extent. Null where there is none. */
export function regionOf(row) {
  const [x, y, width, height] = SIDES.map((side) => field(row, `region_${side}`).value)
  return x === "" || y === "" ? null : { x: Number(x), y: Number(y), width: Number(width), height: Number(height) }
}

export function setRegion(row, region) {
  for (const side of SIDES) {
    const value = region?.[side]
    const isExtent = side === "width" || side === "height"
    field(row, `region_${side}`).value = value === undefined || (isExtent && !value) ? "" : value.toFixed(4)
  }
}

export function personOf(row) {
  return field(row, "person").value
}

export function setPerson(row, id, label) {
  const select = field(row, "person")
  const known = [...select.options].some((option) => option.value === String(id))
  if (!known) select.append(new Option(label, id))
  select.value = String(id)
  window.django.jQuery(select).trigger("change") // select2 hears no other
}

export function nameOf(row) {
  const select = field(row, "person")
  const chosen = select.value ? (select.selectedOptions[0]?.textContent ?? "") : field(row, "name").value
  return chosen.split(" · ")[0].trim()
}

/** What the server is told of this row. */
export function saidOf(row) {
  const [line, position] = placeOf(row)
  const [name, office] = [field(row, "name").value, field(row, "office").value]
  return { person: personOf(row), name, office, row: line, position }
}
