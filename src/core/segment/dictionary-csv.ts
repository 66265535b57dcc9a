// The dictionary as a table that any spreadsheet opens: word, said as, IPA, case, whole word, language.
import Papa from 'papaparse'
import { DictionaryEntry, mostEntries } from '../../contract/index.ts'

const head = ['word', 'say', 'ipa', 'case', 'whole', 'language']
const yes = /^(?:yes|true|1|x|ja|oui|sí|si)$/i

/**
 * Columns in the order of `head`, by name where the first line has names; what is absent is as usual (any
 * case, whole words, every language). Lines that are no entry are told by their numbers, from 1.
 */
export function readDictionaryCsv(
  csv: string,
  newId: () => string,
): { entries: DictionaryEntry[]; wrong: number[] } {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: false })
  const names = data[0]?.map((name) => name.trim().toLowerCase()) ?? []
  const hasHead = names.includes('word')
  const columns = hasHead ? names : head
  const entries: DictionaryEntry[] = []
  const wrong: number[] = []
  for (const [index, cells] of data.entries()) {
    if ((hasHead && index === 0) || cells.every((cell) => cell.trim() === '')) continue
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? ''
    const ipa = cell('ipa').replace(/^\/(.*)\/$/, '$1')
    const whole = cell('whole')
    const parsed = DictionaryEntry.safeParse({
      id: newId(),
      word: cell('word'),
      // Who writes phonemes alone has the word itself for voices that take none.
      say: cell('say') || (ipa && cell('word')),
      ...(ipa && { ipa }),
      isCaseSensitive: yes.test(cell('case')),
      isWholeWord: whole === '' || yes.test(whole),
      language: cell('language').toLowerCase().split('-')[0] || null,
    })
    if (parsed.success && entries.length < mostEntries) entries.push(parsed.data)
    else wrong.push(index + 1)
  }
  return { entries, wrong }
}

/** With its head, so that it can be read back. */
export function writeDictionaryCsv(entries: readonly DictionaryEntry[]): string {
  const rows = entries.map(({ word, say, ipa, isCaseSensitive, isWholeWord, language }) => [
    word,
    say,
    ipa ?? '',
    isCaseSensitive ? 'yes' : 'no',
    isWholeWord ? 'yes' : 'no',
    language ?? '',
  ])
  // A cell that a spreadsheet would take for a formula is text.
  return `${Papa.unparse([head, ...rows], { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
