// lectern cast: the proposal of who speaks, in words and as one JSON object.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastJson, runLectern } from './run-lectern.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-cast-'))
const lectern = (...args: string[]) => runLectern(args, { cwd: folder })

const ferry = `# The Ferry

## One

Mrs. Hale looked at the river, and Mr. Brook at Mrs. Hale.

“It rains,” said Mrs. Hale.

“It does,” said Brook. “Shall we wait?”

“For what?” she asked.

## Two

“For me,” I said.

The “Blue Boar” was shut.
`

type Proposal = {
  characters: { id: string; names: string[]; quotations: number }[]
  quotations: {
    chapter: number
    paragraph: number
    from: number
    to: number
    speaker: string | null
    kind: string
    confidence: number
  }[]
}

beforeAll(() => writeFileSync(join(folder, 'ferry.md'), ferry))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('lectern cast', () => {
  it('prints the characters by quotations, and by what they were found', async () => {
    const ended = await lectern('cast', 'ferry.md')
    expect(ended.code).toBe(0)
    expect(ended.out).toMatch(/2\s+(?:Mr\. )?Brook/)
    expect(ended.out).toMatch(/2\s+Mrs\. Hale/)
    expect(ended.out).toMatch(/1\s+the narrator/)
    expect(ended.out).toMatch(/5\s+quotations/)
    expect(ended.out).toContain('by a name and a verb of speech')
  })

  it('prints the whole proposal as one JSON object', async () => {
    const ended = await lectern('cast', 'ferry.md', '--json')
    expect(ended.code).toBe(0)
    const { characters, quotations } = lastJson(ended) as unknown as Proposal
    const ids = characters.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(quotations.map(({ speaker }) => speaker)).toEqual([
      'mrs-hale',
      ids.find((id) => id.endsWith('brook')),
      ids.find((id) => id.endsWith('brook')),
      'mrs-hale',
      'narrator',
    ])
    expect(new Set(quotations.map(({ chapter }) => chapter)).size).toBe(2)
    const [first] = quotations
    expect(first).toMatchObject({ from: 0, to: '“It rains,”'.length, kind: 'speech-verb' })
    expect(first?.confidence).toBeGreaterThan(0.9)
  })

  it('counts paragraphs as the blocks of a chapter, and chapters as inspect does', async () => {
    const ended = await lectern('cast', 'ferry.md', '--json')
    const { quotations } = lastJson(ended) as unknown as Proposal
    const inspected = lastJson(await lectern('inspect', 'ferry.md', '--json')) as {
      chapters: { title: string }[]
    }
    expect(inspected.chapters[(quotations[0]?.chapter ?? 0) - 1]?.title).toBe('One')
    expect(inspected.chapters[(quotations.at(-1)?.chapter ?? 0) - 1]?.title).toBe('Two')
  })

  it('refuses a book that is not there, and options it does not have', async () => {
    expect((await lectern('cast', 'gone.md')).code).toBe(1)
    expect((await lectern('cast', 'ferry.md', '--loud')).code).toBe(2)
    expect((await lectern('cast')).errors).toContain('BOOK is missing')
  })
})
