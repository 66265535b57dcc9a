// --cast and --dictionary: characters speak in voices of their own, and words as a file says.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runWithin } from './printed.ts'
import { lastJson, runLectern } from './run-lectern.ts'

const book = `The Harbour

“We sail at dawn,” said Anna Cholmondeley.

“Not in this fog,” said Mr. Brook. He looked at the sea.

“Then we wait,” said Anna Cholmondeley.
`

let folder: string
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-script-'))
  writeFileSync(at('harbour.txt'), book)
})
afterEach(() => rmSync(folder, { recursive: true }))

const lectern = (...args: string[]) => runLectern(args, { cwd: folder })
const narrating = (more: string[]) => [
  ...['narrate', 'harbour.txt', '--data', 'data', '--out', 'out.m4b'],
  ...['--voice', 'gmw/en-US', '--json', ...more],
]
const narrate = (...more: string[]) => lectern(...narrating(more))
/** Needs no process of its own. */
const refused = (...more: string[]) => runWithin(folder, narrating(more))

it('gives characters their voices from the proposal, once for all', async () => {
  const proposal = lastJson(await lectern('cast', 'harbour.txt', '--json')) as {
    characters: { id: string; name: string; voice?: string }[]
  }
  for (const character of proposal.characters)
    if (/Anna/.test(character.name)) character.voice = 'gmw/en-GB-scotland'
  writeFileSync(at('cast.json'), JSON.stringify(proposal))
  const first = await narrate('--cast', 'cast.json')
  expect(first.code, first.errors).toBe(0)
  const { segments, synthesized } = lastJson(first)
  // Her two speeches are rows of their own, beside what is said of them.
  expect(segments).toBe(6)
  // “said Anna Cholmondeley.” stands in it twice.
  expect(synthesized).toBe(5)
  const again = await narrate('--cast', 'cast.json')
  expect(lastJson(again)).toMatchObject({ segments: 6, synthesized: 0 })
})

it('says words as the dictionary has them, and speaks only those lines anew', async () => {
  const first = lastJson(await narrate())
  writeFileSync(at('words.csv'), 'word,say\nCholmondeley,Chumley\n')
  const second = await narrate('--dictionary', at('words.csv'))
  expect(second.code, second.errors).toBe(0)
  expect(lastJson(second)).toMatchObject({ segments: first.segments, synthesized: 2 })
  const third = lastJson(await narrate('--dictionary', 'words.csv'))
  expect(third.synthesized).toBe(0)
})

it('takes the later of two lines of one word', async () => {
  writeFileSync(at('words.csv'), 'word,say\nCholmondeley,Chelmond\ncholmondeley,Chumley\n')
  const first = lastJson(await narrate('--dictionary', 'words.csv'))
  writeFileSync(at('words.csv'), 'word,say\nCholmondeley,Chelmond\n')
  const second = lastJson(await narrate('--dictionary', 'words.csv'))
  expect(second).toMatchObject({ segments: first.segments, synthesized: 2 })
})

it('refuses a cast that is none and lines of a dictionary that say nothing', async () => {
  writeFileSync(at('cast.json'), '{"characters": "Anna"}')
  const cast = await refused('--cast', 'cast.json')
  expect(cast.code).toBe(2)
  writeFileSync(at('words.csv'), 'word,say\n,nothing\n')
  const words = await refused('--dictionary', at('words.csv'))
  expect(words.code).toBe(2)
  expect(words.out + words.errors).toContain('line 2')
  writeFileSync(at('empty.json'), '')
  const empty = await refused('--cast', 'empty.json')
  expect(empty.out + empty.errors).toContain('“empty.json” is empty.')
  expect(empty.out + empty.errors).not.toMatch(/book/i)
  expect(() => readFileSync(at('out.m4b'))).toThrow()
})

it('leaves the book as it was where a voice, a character or a word is refused', async () => {
  const before = lastJson(await narrate())
  const { characters } = lastJson(await lectern('cast', 'harbour.txt', '--json')) as {
    characters: { id: string; name: string }[]
  }
  const anna = characters.find(({ name }) => /Anna/.test(name))
  const cast = (...voices: object[]) =>
    writeFileSync(at('cast.json'), JSON.stringify({ characters: voices }))
  cast({ id: anna?.id, voice: 'zzz' })
  expect((await refused('--cast', 'cast.json')).code).toBe(2)
  cast({ id: anna?.id, voice: 'gmw/en-GB-scotland' }, { id: 'nobody', voice: 'gmw/en-US' })
  expect((await refused('--cast', 'cast.json')).code).toBe(2)
  cast({ id: anna?.id, voice: 'gmw/en-GB-scotland' })
  writeFileSync(at('words.csv'), 'word,say\n,nothing\n')
  const words = await refused('--cast', 'cast.json', '--dictionary', 'words.csv')
  expect(words.code).toBe(2)
  expect(lastJson(await narrate())).toMatchObject({ segments: before.segments, synthesized: 0 })
})
