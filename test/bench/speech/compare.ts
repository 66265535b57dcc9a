// Ways to choose the width side by side, on one profile of the server: --compare fixed:5,adaptive,fixed:32.
import type { ControlOptions } from '../../speech-server/options.ts'
import { isProfileName, profiles } from '../../speech-server/profiles.ts'
import type { StartedSpeechServer } from '../../speech-server/start-speech-server.ts'
import type { Figure } from '../figure.ts'
import { narrate, type Narration } from './narrate.ts'
import { figureOf, seconds, throughput } from './speech-figure.ts'

export type Comparison = { strategies: string; profile: string; options: ControlOptions }

const segments = 300

/** Each is compared with the first. Throws for what is no strategy or no profile. */
export async function compareStrategies(
  server: StartedSpeechServer,
  { strategies, profile, options }: Comparison,
): Promise<Figure[]> {
  if (!isProfileName(profile))
    throw new Error(
      `no profile “${profile}”; there are ${profiles.map(({ name }) => name).join(', ')}`,
    )
  const wanted = strategies.split(',').map((name) => ({ name, lanes: lanesOf(name) }))
  const figures: Figure[] = []
  let first: { name: string; told: Narration } | null = null
  for (const { name, lanes } of wanted) {
    const told = await narrate({ servers: [server], profile, options, lanes, segments })
    first ??= { name, told }
    const widths = told.widths.map(({ width }) => width).join(' ')
    const refused = told.requests.filter(({ status }) => status !== 200).length
    figures.push(
      figureOf(told, {
        what: `${name} on ${profile}; ${refused} refused, ${told.tooEarly} too early; width each second: ${widths}`,
        measured: `${throughput(told).toFixed(2)} /s, ${seconds(told.jobMs)}`,
        comparedTo: `${first.name} ${throughput(first.told).toFixed(2)} /s`,
        ratio: throughput(told) / throughput(first.told),
        goal: '–',
      }),
    )
  }
  return figures
}

function lanesOf(name: string): number {
  if (name === 'adaptive') return 0
  const lanes = Number(/^fixed:([1-9]\d?)$/.exec(name)?.[1])
  if (!Number.isInteger(lanes)) throw new Error(`“${name}” is neither adaptive nor fixed:LANES`)
  return lanes
}
