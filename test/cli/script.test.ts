// lectern script: what is proposed, asked of a model or not, and taken where a person says so.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openChatServer, type ChatServer } from '../chat-server/chat-server.ts'
import type { AnswerOf } from '../chat-server/options.ts'
import { jsonLines, lastJson, runLectern } from './run-lectern.ts'

const book = `The Harbour

“We sail at dawn,” said Anna.

“Not in this fog,” said Mr. Brook. He looked at the sea.

Tom Baker came down the hill with a lamp. Nobody spoke for an hour.

* * *

“Then we wait.”
`

let folder: string
let server: ChatServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-script-'))
  writeFileSync(join(folder, 'harbour.txt'), book)
  const answer: AnswerOf = ({ text, id }, { system }) =>
    system.includes('"sameAs"')
      ? {
          ...{ sameAs: '', gender: 'unknown', age: id === 'Anna' ? 'old' : 'unknown' },
          ...{ phrase: '', confidence: 0.9 },
        }
      : String(text).includes('«')
        ? { speaker: 'Anna', confidence: 0.8 }
        : { tone: 'soft', phrase: '', confidence: 0.95, say: 'x', ipa: '' }
  server = await openChatServer({ answer, key: 'sk-secret-of-the-test' })
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const script = (...more: string[]) =>
  runLectern(['script', 'harbour.txt', '--data', 'data', '--json', ...more], {
    cwd: folder,
    environment: { OPENAI_API_KEY: 'sk-secret-of-the-test' },
  })

it('tells the book’s own words without a model, asks one that is named, and sends nothing twice', async () => {
  const alone = await script('--kinds', 'who')
  expect(alone.code, alone.errors).toBe(0)
  expect(lastJson(alone)).toMatchObject({
    event: 'done',
    items: 1,
    known: 0,
    taken: 0,
    tokens: null,
  })
  expect(jsonLines(alone).filter(({ event }) => event === 'proposal').length).toBe(2)

  const named = ['--kinds', 'who', '--llm', server.address, '--model', 'loopback']
  const dry = await script(...named, '--dry-run')
  expect(lastJson(dry)).toMatchObject({ items: 1, known: 0, calls: 1 })
  expect(server.calls.length).toBe(0)

  const asked = await script('--kinds', 'who', '--take', '0.75')
  expect(asked.code, asked.errors).toBe(0)
  expect(server.calls.length).toBe(1)
  expect(lastJson(asked)).toMatchObject({ failed: 0, taken: 3, known: 0 })
  const again = await script('--kinds', 'who')
  expect(lastJson(again)).toMatchObject({ items: 0, totals: { who: 0 } })
  expect(server.calls.length).toBe(1)

  // Who is described by the library is so in the proposal of a cast.
  await script('--kinds', 'people', '--take', '0.5')
  const cast = runLectern(['cast', 'harbour.txt', '--data', 'data', '--json'], { cwd: folder })
  const { characters } = lastJson(await cast) as { characters: Record<string, unknown>[] }
  expect(
    characters.flatMap(({ id, description }) => (description ? [id, description] : [])),
  ).toEqual(['anna', { gender: 'unknown', age: 'old', phrase: '' }])

  // The key is in its own file alone, and in no log.
  const files = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })
  const telling = files
    .filter((file) => file.isFile() && file.name !== 'keys.json')
    .filter((file) =>
      readFileSync(join(file.parentPath, file.name)).includes('sk-secret-of-the-test'),
    )
  expect(telling.map(({ name }) => name)).toEqual([])
})

it('refuses a kind that it does not know, a model without a server, and a wrong share', async () => {
  for (const wrong of [
    ['--kinds', 'who,what'],
    ['--model', 'alone'],
    ['--llm', server.address],
    ['--take', '2'],
  ])
    expect((await script(...wrong)).code, wrong.join(' ')).toBe(2)
})
