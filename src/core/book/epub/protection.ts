// Copy protection: told before a word of the book is read. Obfuscated fonts are none.
import type { Archive } from '../../ports/books.ts'
import { descendants, parseXml } from './xml-tree.ts'

export const encryptionPath = 'META-INF/encryption.xml'

const obfuscation = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
])
const font = /\.(?:otf|ttf|ttc|woff2?|eot|dfont)$/i

/** The scheme's name when content is encrypted, else null. `encryption` is the text of encryption.xml. */
export function protectionScheme(archive: Archive, encryption: string): string | null {
  const root = parseXml(encryption)
  const encrypted = descendants(root, 'EncryptedData').some((data) => {
    const algorithm = descendants(data, 'EncryptionMethod')[0]?.attributes['Algorithm'] ?? ''
    const uri = descendants(data, 'CipherReference')[0]?.attributes['URI'] ?? ''
    return !obfuscation.has(algorithm) && !font.test(uri)
  })
  if (!encrypted) return null
  if (archive.has('META-INF/license.lcpl')) return 'Readium LCP'
  if (archive.has('META-INF/sinf.xml')) return 'Apple FairPlay'
  if (/ns\.adobe\.com\/adept/.test(encryption) || archive.has('META-INF/rights.xml'))
    return 'Adobe ADEPT'
  if (/readium\.org\/2014\/01\/lcp/.test(encryption)) return 'Readium LCP'
  if (/fairplay|itunes/i.test(encryption)) return 'Apple FairPlay'
  return 'DRM'
}
