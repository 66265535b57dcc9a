// lectern write: a document as a script, in a file or on the terminal, and as a book of the library.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openChatServer, type ChatServer } from '../chat-server/chat-server.ts'
import { wellWritten } from '../fixtures/writing-studio.ts'
import { jsonLines, lastJson, runLectern } from './run-lectern.ts'

let folder: string
let server: ChatServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-write-'))
  writeFileSync(
    join(folder, 'bees.md'),
    '# Bees\n\nBees live in hives, and they are many.\n\n# Honey\n\nThey make honey of what flowers have.\n',
  )
  server = await openChatServer({ write: wellWritten, key: 'sk-secret-of-the-test' })
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = (...more: string[]) =>
  runLectern(['write', 'bees.md', '--data', 'data', ...more], {
    cwd: folder,
    environment: { OPENAI_API_KEY: 'sk-secret-of-the-test' },
  })

const script = `# About Bees

Anna: What about Bees?

Ben: Bees live in hives, and they are many.

Anna: I see.

# About Honey

Anna: What about Honey?

Ben: They make honey of what flowers have.

Anna: I see.

`

it('prints what would be sent, then the script as it comes, and adds it once', async () => {
  const named = ['--llm', server.address, '--model', 'loopback']
  const dry = await write(...named, '--dry-run')
  expect(dry.code, dry.errors).toBe(0)
  expect(dry.out).toMatch(/^2 sections, 0 written before; 2 calls[^]*"notes": "Bees live/)
  expect(server.calls).toEqual([])

  const written = await write('--as', 'lesson')
  expect([written.code, written.out], written.errors).toEqual([0, script])
  expect(server.calls.length).toBe(2)

  const again = await write('--as', 'lesson', '-o', 'script.txt', '--json')
  expect(again.code, again.errors).toBe(0)
  expect(readFileSync(join(folder, 'script.txt'), 'utf8')).toBe(script)
  const told = jsonLines(again).filter(({ event }) => event === 'text')
  expect(told.map(({ text }) => text).join('')).toBe(script)
  expect(lastJson(again)).toMatchObject({ event: 'done', sections: 2, known: 2, calls: 0 })
  expect(lastJson(again)['projectId']).toEqual(expect.any(String))
  expect(server.calls.length).toBe(2)
})

it('refuses a form, speakers and a language that it does not know, and tells that no model is set', async () => {
  for (const wrong of [
    ['--as', 'opera'],
    ['--speakers', 'Anna, anna'],
    ['--speakers', 'Anna: x'],
    ['--language', 'the usual one'],
    ['--llm', server.address],
    ['--out', 'bees.md'],
    ['--title', 'x'.repeat(301)],
  ])
    expect((await write(...wrong)).code, wrong.join(' ')).toBe(2)
  writeFileSync(join(folder, 'kept.txt'), 'A script of before.')
  const none = await write('--json', '-o', 'kept.txt')
  expect([none.code, lastJson(none)]).toMatchObject([1, { code: 'no-language-model' }])
  expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('A script of before.')
})
