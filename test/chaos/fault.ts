// What befalls a run, and when: all of it follows from the seed.
import { pick, seeded } from './seeded.ts'
import type { ProfileName } from '../speech-server/profiles.ts'

/** The processes that a studio starts, by the names of their entries. */
export const children = ['codec', 'voices', 'reader'] as const

export type Fault =
  | { kind: 'kill-main' }
  | { kind: 'kill-child'; child: (typeof children)[number] }
  | { kind: 'end-store' }
  | { kind: 'disk-full'; forMs: number }
  | {
      kind: 'damage'
      where: 'spool' | 'previews' | 'encodes'
      how: 'removed' | 'cut'
      which: number
    }
  | { kind: 'server-fails'; profile: ProfileName; forMs: number }

export type Plan = {
  seed: number
  fault: Fault
  /** Part of an undisturbed run's time, 0 to 1. */
  moment: number
  /** `older`: a data folder of an earlier schema, with the book half narrated. */
  start: 'new' | 'older'
  voice: 'embedded' | 'server'
  /** How many migrations the older folder knows of each database. */
  schema: { projects: number; takes: number }
}

const troubles: readonly ProfileName[] = [
  'error-500',
  'html-502',
  'reset',
  'truncated-length',
  'empty-200',
  'json-200',
]

/** Half of the runs end the main process: it is what a person sees most. */
const kinds: readonly Fault['kind'][] = [
  'kill-main',
  'kill-main',
  'kill-main',
  'kill-main',
  'kill-child',
  'kill-child',
  'end-store',
  'disk-full',
  'damage',
  'server-fails',
]

/** `known`: how many migrations there are. `canFill`: whether there is a small disk to be filled. */
export function planOf(
  seed: number,
  known: { projects: number; takes: number },
  canFill: boolean,
): Plan {
  const random = seeded(seed)
  const wanted = pick(random, kinds)
  const fault = faultOf(wanted === 'disk-full' && !canFill ? 'damage' : wanted, random)
  // A reader is there for a moment at the beginning, and only where a book comes new.
  const isOfReader = fault.kind === 'kill-child' && fault.child === 'reader'
  const moment = random() * (isOfReader ? 0.1 : 0.9)
  const start = random() < 0.4 && !isOfReader ? 'older' : 'new'
  // The first version had no normalised words: what is said would be another text.
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from))
  const schema = { projects: between(2, known.projects), takes: between(1, known.takes) }
  const byServer = fault.kind === 'server-fails' || (random() < 0.25 && !isOfVoices(fault))
  return { seed, fault, moment, start, schema, voice: byServer ? 'server' : 'embedded' }
}

const isOfVoices = (fault: Fault) => fault.kind === 'kill-child' && fault.child === 'voices'

function faultOf(kind: Fault['kind'], random: () => number): Fault {
  const forMs = 200 + Math.floor(random() * 800)
  switch (kind) {
    case 'kill-child':
      return { kind, child: pick(random, children) }
    case 'disk-full':
      return { kind, forMs }
    case 'damage': {
      const where = pick(random, ['spool', 'previews', 'encodes'] as const)
      // What is on its way rests for a moment; it may go with its folder, but nothing cuts it.
      const how = where === 'spool' || random() < 0.5 ? 'removed' : 'cut'
      return { kind, where, how, which: random() }
    }
    case 'server-fails':
      return { kind, profile: pick(random, troubles), forMs }
    default:
      return { kind }
  }
}

/** `kill codec`, `disk full 512 ms`: for the table. */
export function nameOf(fault: Fault): string {
  switch (fault.kind) {
    case 'kill-main':
      return 'kill main'
    case 'kill-child':
      return `kill ${fault.child}`
    case 'end-store':
      return 'end store'
    case 'disk-full':
      return `disk full ${fault.forMs} ms`
    case 'damage':
      return `${fault.where}: a file ${fault.how}`
    case 'server-fails':
      return `server ${fault.profile} ${fault.forMs} ms`
  }
}
