// npm run bench [-- dispatch|book|checks] [--book FILE] [--copies] [--json FILE]: figures with what they are compared to, in one run.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchBook } from './book.ts'
import { benchChecks } from './checks.ts'
import { benchDispatch } from './dispatch.ts'
import { printTable, type Figure } from './figure.ts'

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, book: { type: 'string' }, copies: { type: 'boolean' } },
  allowPositionals: true,
})
const parts: Record<string, () => Promise<Figure[]>> = {
  dispatch: benchDispatch,
  book: () => benchBook(values.book, values.copies ?? false),
  checks: benchChecks,
}
const wanted = positionals.length > 0 ? positionals : Object.keys(parts)
const figures: Figure[] = []
for (const name of wanted) {
  const run = parts[name]
  if (!run) throw new Error(`no part “${name}”; there are ${Object.keys(parts).join(', ')}`)
  figures.push(...(await run()))
}
printTable(figures)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
