// Keeps keys, tokens and passwords out of the log, whatever field or message they stand in.

export type LogSecrets = {
  /** From now on this word is never written; a word too short to be a secret is no secret. */
  hide(secret: string | null | undefined): void
  /** A line of JSON as it may be written. */
  redact(line: string): string
}

const hidden = '[hidden]'
/** Shorter ones would hide parts of ordinary words. */
const shortest = 6

const names = String.raw`(?:[a-z_-]{0,40}(?:api[-_]?key|authorization|cookie|password|passphrase|secret|token)|keys?)`

/** `"apiKey":"…"` and `"keys":[…]` at any depth. */
const namedFields = new RegExp(
  String.raw`("${names}"\s*:\s*)(?:\[[^\]]*\]|\{[^}]*\}|"(?:[^"\\]|\\.)*")`,
  'gi',
)
/** The same in JSON that stands in a text of its own: its quotes and escapes are escaped once more. */
const namedInText = new RegExp(
  String.raw`(\\"${names}\\"\s*:\s*)\\"(?:[^"\\]|\\\\(?:\\["\\]|[^"\\]))*\\"`,
  'gi',
)

/** What looks like a secret wherever it stands. What is captured stays. */
const shapes: readonly RegExp[] = [
  // An Authorization header's value. RFC 9110, section 11.4.
  /\b(bearer\s+)[\w.~+/=:-]{6,}/gi,
  /\b((?:basic|digest|token)\s+)[\w.~+/=:-]{16,}/gi,
  // As OpenAI, its lookalikes, Google, GitHub, Hugging Face and Groq write their keys.
  /()\b(?:(?:sk|pk|rk|gsk|xai)[-_][\w-]{8,}|AIza[\w-]{20,}|gh[a-z]_\w{16,}|hf_\w{10,})/g,
  // A JSON web token. RFC 7519.
  /()\beyJ[\w-]+\.[\w-]+\.[\w-]+/g,
  // In an address, a form or a sentence: `?token=…`, `api_key: …`.
  /((?:api[-_ ]?key|authorization|access[-_]?key|password|passphrase|secret|token)\s*[=:]\s*'?)[^\s"'\\&#,;[\]{}]{4,}/gi,
  /([?&]key=)[^\s"'\\&#]+/gi,
  // A user's name and password in an address.
  /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"'\\]{1,200}(?=@)/gi,
]

/** Remembers what it was told to hide; the rest it knows by its shape. */
export function createLogSecrets(): LogSecrets {
  /** As they would stand in a line: as they are in JSON, and as they are in an address. */
  const known = new Set<string>()
  return {
    hide(secret) {
      if (!secret || secret.length < shortest) return
      known.add(JSON.stringify(secret).slice(1, -1))
      known.add(encodeURIComponent(secret))
    },
    redact(line) {
      let text = line
      for (const secret of known) text = text.replaceAll(secret, hidden)
      text = text.replace(namedFields, `$1"${hidden}"`)
      text = text.replace(namedInText, String.raw`$1\"${hidden}\"`)
      for (const shape of shapes)
        text = text.replace(shape, (whole: string, before: string) =>
          whole.includes(hidden) ? whole : before + hidden,
        )
      return text
    },
  }
}
