// The same book anywhere: another folder, process, locale and time zone make the same keys and the same files.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runLectern } from './run-lectern.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lectern-golden-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const tale =
  '# A Tale\n\n## One\n\nIt was 5:30 on Friday, 3 May 1901, and I had £2.50 left.\n\nThe İstanbul train was late.\n\n' +
  '## Two\n\nÉmile counted 1,000,000 stars, one by one.\n'

type Made = { files: Record<string, string>; keys: string[] }

/** What a narration in a place of its own leaves: finished files by their digest, and the names of what is kept. */
async function make(name: string, environment: Record<string, string>): Promise<Made> {
  const cwd = join(scratch, name)
  const data = join(cwd, 'data')
  mkdirSync(cwd, { recursive: true })
  writeFileSync(join(cwd, 'tale.md'), tale)
  const files: Made['files'] = {}
  for (const format of ['m4b', 'flac'] as const) {
    const out = join(cwd, `tale.${format}`)
    const words = ['narrate', 'tale.md', '--voice', 'espeak:gmw/en-US', '--out', out]
    const { code, errors } = await runLectern([...words, '--data', data, '--preset', 'audible'], {
      cwd,
      environment,
    })
    expect(errors.includes('rror') ? errors : '', format).toBe('')
    expect(code).toBe(0)
    files[format] = createHash('sha256').update(readFileSync(out)).digest('hex')
  }
  const keys = readdirSync(join(data, 'encodes'), { recursive: true, encoding: 'utf8' })
  return { files, keys: keys.filter((key) => /[0-9a-f]{64}$/.test(key)).sort() }
}

it('is the same in every folder, process, locale and time zone, to the byte', async () => {
  const [one, other] = await Promise.all([
    make('one', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
    make(join('ein anderer Ort', 'ğ'), {
      ...{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    }),
  ])
  expect(one.keys.length).toBeGreaterThan(3)
  expect(other).toEqual(one)
})
