// A studio that is killed amid a book: what it has asked of the farm is spoken all the same, and waits for it.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { terminalPath } from '../fixtures/built.ts'
import { farmScene } from './farm-scene.ts'
import { bookOf, openFarmStudio } from './farm-studio.ts'
import { endedWithUs } from './processes-at-last.ts'
import { redis, type StartedRedis } from './redis-server.ts'

const text = bookOf('the mill', 1, 12)
const { farm, voice, soundsHere, speech, asked, askedOf } = farmScene(text)
/** A sound that a studio has taken is kept for a minute at most, and one that nobody took for far longer. */
const takenMs = 60_000

/** As people narrate a book in a terminal. */
const narrating = (book: string, data: string) => {
  const target = ['--format', 'wav', '--out', join(data, '..', 'book.wav')]
  const words = ['narrate', book, '--voice', voice, '--data', data, ...target, '--json']
  const child = spawn(process.execPath, [terminalPath, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (output += piece.toString()))
  const ended = endedWithUs(child)
  farm.own(() => child.kill('SIGKILL') && ended)
  return { child, ended, output: () => output }
}
/** Resolves when no worker has anything to do; with how many sounds nobody has taken. */
const allSpoken = async (server: StartedRedis) => {
  const keys = async (pattern: string) => (await server.command('KEYS', pattern)) as string[]
  while (
    (await keys('lectern:speak-*:active')).length > 0 ||
    (await keys('lectern:speak-*:prioritized')).length > 0
  )
    await pause(50)
  const left: string[] = []
  for (const key of await keys('lectern:sound:*'))
    if (Number(await server.command('PTTL', key)) > takenMs) left.push(key)
  return left.length
}

describe.skipIf(!redis.isThere)('a studio that is killed', () => {
  test('finds what it asked for spoken when it is started again, and asks for none of it twice', async () => {
    const here = await soundsHere()
    const server = await farm.redis()
    const root = farm.folder()
    const helper = farm.folder()
    const before = await openFarmStudio(root)
    await before.addServer(speech().url, 2, [helper])
    await before.join(server.url())
    await before.close()
    const book = join(root, 'book.md')
    writeFileSync(book, text)
    await farm.worker({ redis: server.url(), data: helper, voices: 'box', lanes: 2 }).ready

    const killed = narrating(book, before.data)
    await askedOf(3)
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(await allSpoken(server)).toBeGreaterThan(0)
    const spoken = await asked()
    expect(spoken).toBeLessThan(here.length)

    const again = narrating(book, before.data)
    expect(await again.ended, again.output()).toBe(0)
    const texts = (await speech().stats()).requests.map(({ text: digest }) => digest)
    expect(texts.length).toBeGreaterThan(spoken)
    // Each start has the server say one sentence, to see that it is there.
    const [greeting] = texts
    const ofTheBook = texts.filter((digest) => digest !== greeting)
    expect(new Set(ofTheBook).size).toBe(ofTheBook.length)
    const after = await openFarmStudio(root)
    farm.own(() => after.close())
    const { projects } = await after.call('library.list', {})
    expect(projects).toHaveLength(1)
    expect(await after.sounds(projects[0]?.id ?? '')).toEqual(here)
  })
})
