// lectern translate: a book in another language, from the terminal to a file that can be narrated.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openChatServer, type ChatServer } from '../chat-server/chat-server.ts'
import { jsonLines, lastJson, runLectern } from './run-lectern.ts'

const german: Record<string, string> = {
  harbour: 'Der Hafen',
  'The Harbour': 'Der Hafen',
  'The ship sails at dawn.': 'Das Schiff läuft im Morgengrauen aus.',
  'Nobody spoke for an hour.': 'Eine Stunde lang sprach niemand.',
}
let folder: string
let server: ChatServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-translate-'))
  writeFileSync(
    join(folder, 'harbour.txt'),
    'The Harbour\n\nThe ship sails at dawn.\n\nNobody spoke for an hour.\n',
  )
  server = await openChatServer({
    answer: ({ text }) => ({ text: german[String(text)] ?? `Kapitel: ${String(text)}` }),
  })
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...words: string[]) =>
  runLectern([...words, '--data', 'data', '--json'], { cwd: folder })

it('makes a book of its own, which is narrated by a voice of its language, and asks for nothing twice', async () => {
  const named = ['--llm', server.address, '--model', 'loopback', '--out', 'hafen.lectern']
  const made = await run('translate', 'harbour.txt', '--into', 'de', ...named)
  expect(made.code, made.errors).toBe(0)
  expect(lastJson(made)).toMatchObject({ event: 'done', failed: 0, known: 0 })
  expect(JSON.stringify(lastJson(made))).toMatch(/"voice":"espeak:[^"]*de/)
  expect(existsSync(join(folder, 'hafen.lectern'))).toBe(true)
  const { length } = server.calls
  const again = await run('translate', 'harbour.txt', '--into', 'de')
  expect(again.code, again.errors).toBe(0)
  expect(server.calls.length).toBe(length)

  const read = await run('narrate', 'hafen.lectern', '--format', 'wav', '--out', 'hafen.wav')
  expect(read.code, read.errors).toBe(0)
  expect(existsSync(join(folder, 'hafen.wav'))).toBe(true)
}, 60_000)

it('refuses what is no language and no glossary, and without a model sends nothing and says so', async () => {
  writeFileSync(join(folder, 'glossary.txt'), 'ship = Schiff\nno entry\n')
  for (const wrong of [
    ['--into', 'German!'],
    [],
    ['--into', 'de', '--glossary', 'glossary.txt'],
    ['--into', 'de', '--out', 'x.m4b'],
  ]) {
    const refused = await run('translate', 'harbour.txt', ...wrong)
    expect(refused.code, wrong.join(' ')).toBe(2)
    expect(jsonLines(refused).at(-1)).toMatchObject({ code: 'option-invalid' })
  }
  const dry = await run('translate', 'harbour.txt', '--into', 'de', '--dry-run')
  expect([dry.code, lastJson(dry)]).toMatchObject([0, { event: 'done', edition: null }])
  const alone = await run('translate', 'harbour.txt', '--into', 'de')
  expect([alone.code, lastJson(alone)]).toMatchObject([1, { code: 'no-language-model' }])
}, 60_000)
