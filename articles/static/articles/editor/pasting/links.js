import { keepOnly, unwrap } from "articles/editor/pasting/opening"

const SCHEMES = ["http:", "https:", "mailto:", "tel:"]
const TRACKERS =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|yclid|ysclid|msclkid|twclid|ttclid|igshid?|mc_[ce]id|_openstat|_hs(?:enc|mi))$/i
// Addresses that only send on, by host and path, with the parameter that says where to.
const SENDERS = [
  { host: /(?:^|\.)google\.[a-z.]+$/, path: "/url", said: ["q", "url"] },
  { host: /^lm?\.facebook\.com$/, path: "/l.php", said: ["u"] },
  { host: /^l\.instagram\.com$/, path: "/", said: ["u"] },
  { host: /^t\.me$/, path: "/iv", said: ["url"] },
  { host: /^vk\.com$/, path: "/away.php", said: ["to"] },
  { host: /^www\.youtube\.com$/, path: "/redirect", said: ["q"] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: "/", said: ["url"] },
]
const MOST_SENDERS = 3

/** Links lead straight to where they mean, without marks that follow readers; one that cannot lead there is words. */
export function tidyLinks(body, leftOut) {
  for (const link of body.querySelectorAll("a")) {
    const address = link.hasAttribute("href") ? tidied(link.getAttribute("href")) : null
    if (address) {
      keepOnly(link, "data-style") // the people and articles of another newsroom have our numbers
      link.setAttribute("href", address)
      continue
    }
    if (link.hasAttribute("href") && link.textContent.trim()) leftOut.add("links")
    unwrap(link)
  }
}

/** The address meant; null when it leads nowhere from a page of ours: a file, a script, a place in the document. */
function tidied(address) {
  let meant = address.trim()
  for (let sender = 0; sender < MOST_SENDERS; sender++) {
    const next = sentOn(meant)
    if (!next) break
    meant = next
  }
  const url = parsed(meant)
  return url && SCHEMES.includes(url.protocol) ? withoutTrackers(meant, url) : null
}

function sentOn(address) {
  const url = parsed(address)
  const sender = url && SENDERS.find(({ host, path }) => host.test(url.hostname) && url.pathname === path)
  const target = sender?.said.map((name) => url.searchParams.get(name)).find(Boolean)
  return target && /^https?:\/\//i.test(target) ? target : null
}

/** Cut out in the words of the address: to write all of it anew would change letters of the rest. */
function withoutTrackers(address, { hostname }) {
  const [, path, query = "", place = ""] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address)
  const isShared = /(?:^|\.)(?:youtube\.com|youtu\.be)$/.test(hostname)
  const kept = query.split("&").filter((each) => {
    const name = each.split("=")[0]
    return name && !TRACKERS.test(name) && !(isShared && name === "si")
  })
  return path + (kept.length ? `?${kept.join("&")}` : "") + place.replace(/:~:text=.*$/s, "").replace(/^#$/, "")
}

function parsed(address) {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
