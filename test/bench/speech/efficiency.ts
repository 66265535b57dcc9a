// How much of its lanes a narration by a server uses, against ⌈n/c⌉ · latency, and what it costs in memory.
import type { StartedSpeechServer } from '../../speech-server/start-speech-server.ts'
import type { Figure } from '../figure.ts'
import { narrate, type Narration } from './narrate.ts'
import { figureOf, seconds } from './speech-figure.ts'

type Case = { latencyMs: number; lanes: number; goal?: number }

const cases: readonly Case[] = [
  { latencyMs: 300, lanes: 5, goal: 0.97 },
  { latencyMs: 300, lanes: 8, goal: 0.97 },
  { latencyMs: 300, lanes: 24 },
  { latencyMs: 300, lanes: 32, goal: 0.9 },
  { latencyMs: 2000, lanes: 5, goal: 0.97 },
  { latencyMs: 2000, lanes: 8, goal: 0.97 },
  { latencyMs: 2000, lanes: 24 },
  { latencyMs: 2000, lanes: 32, goal: 0.95 },
]
const wholeBook = 300
/** A case takes no longer, unless all of the book is wanted. */
const caseMs = 16_000
const memoryGoal = 250 * 1024 ** 2

/** `isLong`: the whole book in every case, which takes three minutes more. */
export async function benchEfficiency(
  server: StartedSpeechServer,
  isLong: boolean,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const each of cases) {
    const { latencyMs, lanes } = each
    const most = isLong ? wholeBook : lanes * Math.floor(caseMs / latencyMs)
    const segments = Math.min(wholeBook, most)
    const options = { latencyMs }
    const told = await narrate({ servers: [server], profile: 'latency', options, lanes, segments })
    if (told.requests.length !== segments || told.mostConcurrent > lanes)
      throw new Error(`${told.requests.length} requests, ${told.mostConcurrent} at once`)
    figures.push(...figuresOf(each, told))
  }
  return figures
}

function figuresOf({ latencyMs, lanes, goal }: Case, told: Narration): Figure[] {
  const idealMs = Math.ceil(told.segments / lanes) * latencyMs
  const what = `${told.segments} segments, ${latencyMs} ms, ${lanes} lanes`
  const row = (seen: string, ms: number) =>
    figureOf(told, {
      what: `${what}, ${seen}`,
      measured: seconds(ms),
      comparedTo: `ideal ${seconds(idealMs)}`,
      ratio: idealMs / ms,
      goal: goal === undefined ? '–' : `≥ ${goal}`,
    })
  const rows = [row('at the server', told.serverMs), row('the job', told.jobMs)]
  if (latencyMs === 300 && lanes === 8)
    rows.push(
      figureOf(told, {
        what: 'sockets opened',
        measured: String(told.sockets),
        comparedTo: `${lanes} lanes`,
        ratio: told.sockets / lanes,
        goal: '≤ 1',
      }),
    )
  if (lanes === 32)
    rows.push(
      figureOf(told, {
        what: `peak memory, ${what}`,
        measured: `main ${(told.peakRssBytes / 1024 ** 2).toFixed(0)} MB`,
        comparedTo: '250 MB',
        ratio: memoryGoal / told.peakRssBytes,
        goal: '≥ 1',
      }),
    )
  return rows
}
