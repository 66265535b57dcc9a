// The dictionary as a table that any spreadsheet opens: word, said as, IPA, case, whole word, language.
import Papa from 'papaparse'
import { DictionaryEntry, mostEntries, primaryOf } from '../../contract/index.ts'

const head = ['word', 'say', 'ipa', 'case', 'whole', 'language']
const yes = /^(?:yes|true|1|x|ja|wahr|oui|vrai|sí|si|verdadero)$/i

/** A cell that a spreadsheet would take for a formula is text behind an apostrophe. */
const asText = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const asCell = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

const nameOf = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase()
const isHead = (cells: readonly string[]): boolean => {
  const names = cells.map(nameOf)
  return names.includes('word') && (names.includes('say') || names.includes('ipa'))
}
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** Where several do, the first: a comma may well stand in a word, a tab or a semicolon hardly. */
const delimiters = ['\t', ';', ',', '|']
const looked = 50

/** Of a table without a head: what parts most of its first lines into a word and how it is said. */
function likeliestIn(table: string): string {
  const partedBy = (delimiter: string) =>
    Papa.parse<string[]>(table, { delimiter, preview: looked }).data.filter(
      ([word = '', ...others]) => word.trim() !== '' && others.some((cell) => cell.trim() !== ''),
    ).length
  const counts = delimiters.map(partedBy)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

/**
 * Columns in the order of `head`, by name where the first line has names; what is absent is as usual (any
 * case, whole words, every language). Lines that are no entry are told by their numbers, from 1.
 */
export function readDictionaryCsv(
  csv: string,
  newId: () => string,
): { entries: DictionaryEntry[]; wrong: number[] } {
  const text = csv.replace(/^\uFEFF/, '')
  // Excel is told its separator so, and takes the line for none of the table.
  const told = /^sep=(.)\r?\n/i.exec(text)
  const table = told ? text.slice(told[0].length) : text
  const line = /\S.*/.exec(table)?.[0] ?? ''
  const delimiter =
    told?.[1] ?? delimiters.find((each) => isHead(line.split(each))) ?? likeliestIn(table)
  const { data } = Papa.parse<string[]>(table, { delimiter })
  const first = data.findIndex((cells) => !isBlank(cells))
  const hasHead = isHead(data[first] ?? [])
  const names = (data[first] ?? []).map(nameOf)
  const columns = hasHead ? names : head
  const entries: DictionaryEntry[] = []
  const wrong: number[] = []
  for (const [index, cells] of data.entries()) {
    if ((hasHead && index === first) || isBlank(cells)) continue
    const cell = (name: string) => asCell(cells[columns.indexOf(name)]?.trim() ?? '')
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
      language: primaryOf(cell('language')) || null,
    })
    if (parsed.success && entries.length < mostEntries) entries.push(parsed.data)
    else wrong.push(index + 1 + (told ? 1 : 0))
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
  const cells = rows.map((row) => row.map(asText))
  return `${Papa.unparse([head, ...cells], { newline: '\r\n' })}\r\n`
}
