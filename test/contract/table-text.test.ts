// The text of a table as spreadsheets write it.
import { expect, test } from 'vitest'
import { tableText } from '../../src/contract/index.ts'

const table = 'word,say\r\nCaf\u00E9,kaffay\r\n'
const marked = Buffer.from(`\uFEFF${table}`, 'utf16le')

test.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with a mark of byte order', Buffer.from(`\uFEFF${table}`)],
  ['Windows-1252', Buffer.from(table, 'latin1')],
  ['UTF-16', marked],
  ['UTF-16 of the other order', Buffer.from(marked).swap16()],
])('a table is read in %s', (_, bytes) => expect(tableText(bytes)).toBe(table))

test('a table has the quotation marks of Windows', () =>
  expect(tableText(Uint8Array.of(0x93, 0x61, 0x94))).toBe('\u201Ca\u201D'))
