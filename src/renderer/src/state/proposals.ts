// What is proposed for a book's performance: in groups by kind and sureness, and how keys go from one to the next.
import {
  doubtBelow,
  scriptKinds,
  sureFrom,
  type CommandReply,
  type Failure,
  type Proposal,
  type ScriptKind,
} from '../../../contract/index.ts'

export type Proposals = CommandReply<'script.proposals'>

export const proposalFilters = ['all', ...scriptKinds] as const
export type ProposalFilter = (typeof proposalFilters)[number]

export const bands = ['sure', 'likely', 'doubtful'] as const
export type Band = (typeof bands)[number]

export function bandOf(confidence: number): Band {
  if (confidence >= sureFrom) return 'sure'
  return confidence >= doubtBelow ? 'likely' : 'doubtful'
}

export type ProposalGroup = { kind: ScriptKind; band: Band; proposals: readonly Proposal[] }

/** None of them empty; within a group in the order of the book. */
export const groupProposals = (
  proposals: readonly Proposal[],
  filter: ProposalFilter,
): ProposalGroup[] =>
  scriptKinds
    .filter((kind) => filter === 'all' || filter === kind)
    .flatMap((kind) =>
      bands.map((band) => ({
        kind,
        band,
        proposals: proposals
          .filter(({ change, confidence }) => change.kind === kind && bandOf(confidence) === band)
          .toSorted((one, other) => one.position - other.position),
      })),
    )
    .filter((group) => group.proposals.length > 0)

/** A line of the list that is drawn: the head of a group, or one of its proposals. */
export type ProposalLine =
  | { is: 'head'; group: ProposalGroup }
  | { is: 'proposal'; proposal: Proposal; /** Among all proposals shown, from 0. */ at: number }

export function linesOf(groups: readonly ProposalGroup[]): ProposalLine[] {
  let at = 0
  return groups.flatMap((group): ProposalLine[] => [
    { is: 'head', group },
    ...group.proposals.map((proposal) => ({ is: 'proposal' as const, proposal, at: at++ })),
  ])
}

const keysOf = (lines: readonly ProposalLine[]): string[] =>
  lines.flatMap((line) => (line.is === 'proposal' ? [line.proposal.key] : []))

/** So many proposals on from one, as far as there are; null where there is none at all. */
export function keyBeside(
  lines: readonly ProposalLine[],
  from: string | null,
  steps: number,
): string | null {
  const keys = keysOf(lines)
  const at = from === null ? -1 : keys.indexOf(from)
  if (at < 0) return keys[0] ?? null
  return keys[Math.max(0, Math.min(keys.length - 1, at + steps))] ?? null
}

/** The one that the keys are about when these have gone: the next that stays, else the last before them. */
export function keyAfter(lines: readonly ProposalLine[], gone: readonly string[]): string | null {
  const keys = keysOf(lines)
  const isGone = new Set(gone)
  const first = keys.findIndex((key) => isGone.has(key))
  if (first < 0) return keys[0] ?? null
  const stays = (key: string) => !isGone.has(key)
  return keys.slice(first).find(stays) ?? keys.slice(0, first).findLast(stays) ?? null
}

/** Without those that were taken or dismissed here and that the studio still tells of. */
export function withoutHidden(known: Proposals, hidden: ReadonlySet<string>): Proposals {
  const gone = known.proposals.filter(({ key }) => hidden.has(key))
  if (gone.length === 0) return known
  const totals = { ...known.totals }
  for (const { change } of gone) totals[change.kind] = Math.max(0, totals[change.kind] - 1)
  return { ...known, totals, proposals: known.proposals.filter(({ key }) => !hidden.has(key)) }
}

/** How many there are of what is shown, those that were not told included. */
export const totalOf = ({ totals }: Pick<Proposals, 'totals'>, filter: ProposalFilter): number =>
  filter === 'all' ? scriptKinds.reduce((sum, kind) => sum + totals[kind], 0) : totals[filter]

export type ProposalsNow =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure }
  | ({ state: 'ready' } & Proposals)

/** Without the marks and spaces around it. */
export const bareQuotation = (text: string): string =>
  text.replace(/^[\s"'“”„‚‘’«»‹›—–]+|[\s"'“”„‚‘’«»‹›—–]+$/g, '')

/** `Cholmondeley → Chumley /ˈtʃʌmli/`. */
export const wordText = (change: { word: string; say: string; ipa?: string | undefined }): string =>
  [change.word, '→', change.say, change.ipa ? `/${change.ipa}/` : ''].filter(Boolean).join(' ')
