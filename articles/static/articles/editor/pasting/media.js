import { inert } from "articles/editor/pasting/opening"

/* Pictures cannot be pasted: each needs a credit, so they come in through the photo library. Emoji are words. */

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\p{Regional_Indicator}|\u200d|\ufe0f)+$/u
const PLAYERS = "iframe, video, audio, embed, object"
const YOUTUBE = /^https:\/\/www\.youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/
const COUNTER_PX = 2

/** Pictures go and are counted, emoji become letters, players become links to what they play. */
export function withoutMedia(body, leftOut) {
  body.querySelectorAll("custom-emoji-element, tg-emoji").forEach(asLetters)
  body.querySelectorAll(PLAYERS).forEach((player) => asLink(player, leftOut))
  body.querySelectorAll("img, picture, svg, canvas").forEach((picture) => dropPicture(picture, leftOut))
}

function asLetters(element) {
  const letters = element.textContent.trim() || element.dataset.stickerEmoji || element.getAttribute("alt") || ""
  element.replaceWith(letters)
}

function dropPicture(picture, leftOut) {
  if (!picture.isConnected) return
  const alt = picture.getAttribute("alt")?.trim() ?? ""
  const image = picture.querySelector("img") ?? picture
  if (alt && (EMOJI.test(alt) || /\bemoji/i.test(picture.className))) return picture.replaceWith(alt)
  if (picture.getAttribute("aria-roledescription") === "checkbox") leftOut.add("checkboxes")
  else if (picture.localName === "svg" || picture.localName === "canvas") leftOut.add("drawings")
  else if (!isCounter(image)) leftOut.add("pictures")
  picture.remove()
}

/** A dot that counts readers is no picture. */
function isCounter(image) {
  return ["width", "height"].every((side) => parseFloat(image.getAttribute(side)) <= COUNTER_PX)
}

function asLink(player, leftOut) {
  if (!player.isConnected) return
  const said = [player.getAttribute("src"), player.getAttribute("data"), player.querySelector("source")?.getAttribute("src")]
  const address = (said.find(Boolean) ?? "").replace(/^\/\//, "https://").replace(YOUTUBE, "https://www.youtube.com/watch?v=$1")
  if (!/^https?:\/\//i.test(address)) {
    leftOut.add("lostEmbeds")
    return player.remove()
  }
  leftOut.add("embeds")
  const link = inert.createElement("a")
  link.href = address
  link.textContent = address
  const paragraph = inert.createElement("p")
  paragraph.append(link)
  player.replaceWith(paragraph)
}
