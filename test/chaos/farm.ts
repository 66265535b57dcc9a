// npm run chaos -- --farm [RUNS]: books that a farm speaks while its workers, its Redis and its studio are killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dataFolderAt } from '../../src/io/data-folder.ts'
import { bookOf } from '../farm/farm-studio.ts'
import { endedWithUs } from '../farm/processes-at-last.ts'
import { startRedis, type StartedRedis } from '../farm/redis-server.ts'
import { startWorker, type WorkerProcess } from '../farm/worker-process.ts'
import { terminalPath } from '../fixtures/built.ts'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import { seeded } from './seeded.ts'

const workerCount = 2
const lanes = 2
const strikes = 3
const victims = ['worker', 'redis', 'studio'] as const
type Victim = (typeof victims)[number]
/** What may be spoken twice for a strike: what is at the server, and what waits behind each lane. */
const mostAgain = workerCount * (lanes + 1)
const longestMs = 180_000

type Home = { root: string; book: string; speech: StartedSpeechServer }

/** Prints a line a run; resolves with how many were not clean. */
export async function farmChaos(seeds: readonly number[]): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'lectern-farm-chaos-'))
  const speech = await startSpeechServer({})
  const book = join(root, 'book.md')
  writeFileSync(book, bookOf('the storm', 2, 60))
  const home: Home = { root, book, speech }
  let wrong = 0
  try {
    const local = join(root, 'local')
    await narration(home, local).ended
    const segments = (await speech.stats()).requests.length
    const whole = soundIn(local)
    await speech.control('latency', { latencyMs: 250 })
    for (const seed of seeds) {
      const outcome = await run(home, seed, whole, segments)
      if (!outcome.isClean) wrong += 1
      console.log(outcome.line)
    }
  } finally {
    await speech.close()
    rmSync(root, { recursive: true, force: true })
  }
  console.log(`${seeds.length - wrong} of ${seeds.length} clean`)
  return wrong
}

async function run(home: Home, seed: number, whole: string, segments: number) {
  const { root, speech } = home
  const random = seeded(seed)
  const folder = join(root, `run-${seed}`)
  const studio = join(folder, 'studio')
  const helper = join(folder, 'worker')
  await speech.reset()
  await speech.control('latency', { latencyMs: 250 })
  const server = await startRedis({ appendOnly: random() < 0.5 })
  knowServer(join(root, 'local'), [studio, helper])
  setFarm(studio, server)
  const workers: WorkerProcess[] = []
  const hire = () =>
    startWorker({ redis: server.url(), data: helper, voices: speechName(helper), lanes })
  const struck: Victim[] = []
  const began = performance.now()
  let narrating = narration(home, studio)
  try {
    for (let count = 0; count < workerCount; count++) workers.push(hire())
    for (let count = 0; count < strikes; count++) {
      // While it is spoken: what is struck before or after that proves nothing.
      await askedOf(speech, 1 + Math.floor(((count + random()) / strikes) * segments * 0.8))
      const victim = victims[Math.floor(random() * victims.length)] ?? 'worker'
      struck.push(victim)
      if (victim === 'redis') {
        await server.kill()
        await pause(random() * 500)
        await server.startAgain()
      } else if (victim === 'worker') {
        await workers.shift()?.kill()
        workers.push(hire())
      } else {
        narrating.child.kill('SIGKILL')
        await narrating.ended
        narrating = narration(home, studio)
      }
    }
    const code = await Promise.race([narrating.ended, pause(longestMs, 'late' as const)])
    const asked = (await speech.stats()).requests.length
    const again = asked - segments
    const wrong = [
      ...(code === 0 ? [] : [`ended with ${code}: ${narrating.output()}`]),
      ...(code === 0 && soundIn(studio) !== whole ? ['the sound is another one'] : []),
      ...(again <= strikes * mostAgain ? [] : [`${again} spoken again`]),
    ]
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const figures = `${String(seed).padStart(4)}  ${struck.join(', ').padEnd(24)}  ${again} again  ${seconds} s`
    return { isClean: wrong.length === 0, line: `${figures}  ${wrong.join('; ') || '✓'}` }
  } finally {
    narrating.child.kill('SIGKILL')
    for (const worker of workers) await worker.kill()
    await server.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function askedOf({ stats }: StartedSpeechServer, count: number): Promise<void> {
  const giveUp = performance.now() + longestMs
  while ((await stats()).requests.length < count && performance.now() < giveUp) await pause(20)
}

const outputOf = (data: string) => join(data, 'out', 'book.wav')

/** One life of a studio that narrates the book; another one goes on with what this one has. */
function narration({ book, speech }: Home, data: string) {
  const target = outputOf(data)
  mkdirSync(dirname(target), { recursive: true })
  const server = ['--server', speech.url, '--model', 'normal', '--voice', 'alloy']
  const words = ['narrate', book, ...server, '--data', data, '--format', 'wav', '--out', target]
  const child: ChildProcess = spawn(process.execPath, [terminalPath, ...words, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => (output = (output + piece.toString()).slice(-500)))
  return { child, ended: endedWithUs(child), output: () => output }
}

const soundIn = (data: string) =>
  createHash('sha256')
    .update(readFileSync(outputOf(data)))
    .digest('hex')

/** The same speech server, by the same name, for others. */
function knowServer(from: string, to: readonly string[]): void {
  for (const other of to) {
    const target = dataFolderAt(other).servers
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(dataFolderAt(from).servers, target)
  }
}

function speechName(data: string): string {
  const kept = JSON.parse(readFileSync(dataFolderAt(data).servers, 'utf8')) as unknown
  const name = /"id":\s*"([^"]+)"/.exec(JSON.stringify(kept))?.[1]
  if (name === undefined) throw new Error('no server is kept')
  return name
}

function setFarm(data: string, server: StartedRedis): void {
  const { farm } = dataFolderAt(data)
  const settings = { prefix: 'lectern', allowPlain: false, speakHere: false, shares: 'nowhere' }
  writeFileSync(farm, JSON.stringify({ address: server.url(), ...settings }))
}
