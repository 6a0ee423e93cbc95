/* The desk's language in scripts: the catalog of articles/editor_words.py. */

export const gettext = (words) => window.gettext(words)

/** «%(length)s characters» with its values. */
export function interpolate(words, values) {
  return words.replace(/%\((\w+)\)s/g, (_, name) => values[name])
}
