// A thousand segments asked in batches against one by one, at the same server; asked again; one of them changed.
import { openChatServer } from '../chat-server/chat-server.ts'
import { lines, withScriptBook } from '../fixtures/script-book.ts'
import { settingRows } from '../../src/contract/index.ts'
import type { StudioPorts } from '../../src/core/ports/studio-ports.ts'
import type { Figure } from './figure.ts'

const segments = 1000
const latency = { baseMs: 400, itemMs: 10 }
const kinds = ['how' as const]

type Run = { calls: number; seconds: number; again: { calls: number; ms: number }; changed: number }

export async function benchScript(): Promise<Figure[]> {
  const alone = await run(1)
  const batched = await run(10)
  const at = `${segments} segments, 400 ms + 10 ms an item, three lanes`
  return [
    {
      what: `script, calls of ${at}`,
      measured: `${batched.calls} calls`,
      comparedTo: `one by one ${alone.calls}`,
      ratio: batched.calls / alone.calls,
      goal: '≤ 0.125',
    },
    {
      what: `script, time of ${at}`,
      measured: `${batched.seconds.toFixed(1)} s`,
      comparedTo: `one by one ${alone.seconds.toFixed(1)} s`,
      ratio: batched.seconds / alone.seconds,
      goal: '≤ 0.142',
    },
    {
      what: `script, the same again: ${batched.again.calls} calls`,
      measured: `${batched.again.ms.toFixed(0)} ms`,
      comparedTo: 'goal 100 ms',
      ratio: batched.again.ms / 100,
      goal: '≤ 1',
    },
    {
      what: 'script, one segment changed',
      measured: `${batched.changed} calls`,
      comparedTo: 'goal 1',
      ratio: batched.changed,
      goal: '≤ 1',
    },
  ]
}

async function run(batch: number): Promise<Run> {
  const answer = () => ({ tone: 'soft', phrase: '', confidence: 0.9 })
  const server = await openChatServer({ ...latency, answer })
  const made: Run = { calls: 0, seconds: 0, again: { calls: 0, ms: 0 }, changed: 0 }
  try {
    const work = async ({
      ask,
      call,
      projectId,
      rows,
    }: Parameters<Parameters<typeof withScriptBook>[2]>[0]) => {
      const began = performance.now()
      await ask(kinds)
      made.seconds = (performance.now() - began) / 1000
      made.calls = server.calls.length
      server.reset()
      const second = performance.now()
      await ask(kinds)
      made.again = { calls: server.calls.length, ms: performance.now() - second }
      const row = (await rows())[segments / 4]
      await call('segment.edit', {
        projectId,
        segmentId: row?.id ?? '',
        text: 'It says something else.',
      })
      await ask(kinds)
      made.changed = server.calls.length
    }
    await withScriptBook(server, lines(segments), work, { settings: settingsWith(batch) })
  } finally {
    await server.close()
  }
  return made
}

/** The defaults, but for the size of a batch. */
const settingsWith = (scriptBatch: number): StudioPorts['settings'] => ({
  read: async () =>
    settingRows.map(({ name, default: value }) => ({
      name,
      value: name === 'scriptBatch' ? scriptBatch : value,
      source: 'default' as const,
    })),
  change: async (name, value) => ({ name, value, source: 'saved' }),
})
