// Tells when the system's colours change: what is drawn by hand must be drawn anew then.

const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)']

/** Light or dark, or colours of the system's choosing. Returns the function that stops listening. */
export function onSystemColours(changed: () => void): () => void {
  const media = queries.map((query) => matchMedia(query))
  for (const one of media) one.addEventListener('change', changed)
  return () => {
    for (const one of media) one.removeEventListener('change', changed)
  }
}
