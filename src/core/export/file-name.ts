// The name of a finished file, good on Windows, macOS and Linux alike.
import type { ExportFormat } from '../../contract/index.ts'
import { utf8, utf8Within } from './bytes.ts'

/** File systems allow 255 bytes; a number in brackets and `.part` may follow. */
const maxBytes = 180

/** What Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i

/** `Title - First Author.m4b`; never empty, never a folder, never a device. */
export function fileName(title: string, authors: readonly string[], format: ExportFormat): string {
  const ending = `.${format}`
  const words = [title, authors.join(', ')].map(clean).filter((word) => word !== '')
  const whole = words.join(' - ')
  const room = maxBytes - utf8(ending).length
  // Where both do not fit, the title matters more.
  const fitting = utf8(whole).length <= room ? whole : (words[0] ?? '')
  const stem = trimEnds(new TextDecoder('utf-8').decode(utf8Within(fitting, room)))
  if (stem === '') return `Audiobook${ending}`
  const device = reserved.test((stem.split('.')[0] ?? '').trim())
  return (device ? `_${stem}` : stem) + ending
}

function clean(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, (sign) => (joins(sign) ? sign : ' '))
    .replace(/\s*:\s*/g, ' - ')
    .replace(/[/\\|]/g, '-')
    .replace(/"/g, "'")
    .replace(/[<>?*]/g, '')
    .replace(/\s+/g, ' ')
  return trimEnds(plain)
}

/** The joiners without which some scripts and emoji fall apart. */
const joins = (sign: string): boolean => sign === '\u200c' || sign === '\u200d'

/** Leading dots hide a file; trailing dots and spaces vanish on Windows. */
const trimEnds = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '')
