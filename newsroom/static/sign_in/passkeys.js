// A form with data-passkey asks the browser for a passkey when its button is pressed, and sends what it answers.
// WebAuthn speaks in bytes, forms and JSON in letters: base64url stands between.

const decode = (letters) =>
  Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0))

const encode = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")

const described = (keys = []) => keys.map((key) => ({ ...key, id: decode(key.id) }))

function asked({ publicKey }) {
  const { challenge, user, excludeCredentials, allowCredentials } = publicKey
  return {
    publicKey: {
      ...publicKey,
      challenge: decode(challenge),
      ...(user && { user: { ...user, id: decode(user.id) } }),
      excludeCredentials: described(excludeCredentials),
      allowCredentials: described(allowCredentials),
    },
  }
}

// The parts of an answer differ between making a passkey and using one; those that are there are sent.
function answered(credential) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
  return {
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(
      parts.filter((part) => credential.response[part]).map((part) => [part, encode(credential.response[part])]),
    ),
  }
}

// Options stand in the page, or are asked for at the last moment: a sign-in page may be open for hours.
async function options(form) {
  const inPage = document.getElementById("passkey-options")
  if (inPage) return JSON.parse(inPage.textContent)
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } })
  return (await answer.json()).request_options
}

async function send(form) {
  const notice = (name) => form.querySelector(`[data-passkey-${name}]`)
  notice("refused").hidden = notice("known").hidden = true
  try {
    const wanted = asked(await options(form))
    const credential = await navigator.credentials[form.dataset.passkey](wanted)
    form.elements.credential.value = JSON.stringify(answered(credential))
    form.submit()
  } catch (error) {
    notice(error.name === "InvalidStateError" ? "known" : "refused").hidden = false
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) break
  form.querySelector("[data-passkey-lacking]").hidden = true
  form.querySelector("[type=submit]").hidden = false
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    send(form)
  })
}
