// Addresses that are there to be followed and not to be heard: alone, or in brackets.
import type { Rewrite } from './apply-rewrites.ts'

const address = String.raw`(?:(?:URL:\s?)?(?:https?:\/\/|ftp:\/\/|www\.[\p{L}\p{N}-]+\.)(?:[^\s<>"“”‘’«»()[\]]|\([^\s<>()]*\))+|(?:mailto:)?[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+)`
const alone = new RegExp(String.raw`^[\s<([]*${address}[\s>)\].]*$`, 'iu')
const bracketed = new RegExp(
  String.raw` ?(?:<\s?${address}\s?>|\(\s?${address}\s?\)|\[\s?${address}\s?\])`,
  'giu',
)

/** No address alone is longer. */
const longest = 2000

/** In the midst of a sentence an address is one of its words, and is said. */
export function quietAddresses(text: string): Rewrite[] {
  if (!/:\/\/|www\.|@/i.test(text)) return []
  if (text.length < longest && alone.test(text)) return [{ from: 0, to: text.length, text: '' }]
  return [...text.matchAll(bracketed)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    text: '',
  }))
}
