// What is proposed for a book: in groups, by keys, and what is taken is gone at once.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Proposal, ScriptKind } from '../../src/contract/index.ts'
import { proposalPress } from '../../src/renderer/src/state/proposal-press.ts'
import {
  bandOf,
  bareQuotation,
  groupProposals,
  keyAfter,
  keyBeside,
  linesOf,
  totalOf,
  withoutHidden,
  wordText,
} from '../../src/renderer/src/state/proposals.ts'
import { mirrorProposals } from '../../src/renderer/src/state/proposals-mirror.ts'
import { deliveryText } from '../../src/renderer/src/words.ts'
import { jobOf, projectOf, settle, studioByHand } from './studio-by-hand.ts'

const changes: Record<ScriptKind, Proposal['change']> = {
  who: { kind: 'who', speakers: [{ from: 0, to: 4, character: 'anna', name: 'Anna' }] },
  people: {
    ...{ kind: 'people', character: 'anna', name: 'Anna' },
    said: { is: 'same', character: 'annie', name: 'Annie' },
  },
  how: { kind: 'how', delivery: { tone: 'soft', phrase: '' } },
  words: { kind: 'words', word: 'Nice', say: 'Neece', count: 3 },
  ear: { kind: 'ear', say: 'Three by four.' },
  description: { kind: 'description', say: 'A book.' },
}
const proposal = (
  key: string,
  kind: ScriptKind,
  confidence: number,
  position: number,
): Proposal => ({
  ...{ key, confidence, position, segmentId: `c1-${position}`, chapterId: 'c1', text: 'Come.' },
  ...{ source: 'book' as const, change: changes[kind] },
})
const all = [
  proposal('a', 'who', 0.95, 7),
  proposal('b', 'who', 0.9, 3),
  proposal('c', 'who', 0.2, 1),
  proposal('d', 'how', 0.8, 2),
  proposal('e', 'words', 1, 9),
]
const answer = {
  totals: { who: 10, people: 0, how: 1, words: 1, ear: 0, description: 0 },
  proposals: all,
  unanswered: [],
}

describe('proposals', () => {
  it('stand by kind, then by sureness, then as in the book', () => {
    const groups = groupProposals(all, 'all')
    expect(
      groups.map(({ kind, band, proposals }) => [kind, band, proposals.map(({ key }) => key)]),
    ).toEqual([
      ['who', 'sure', ['b', 'a']],
      ['who', 'doubtful', ['c']],
      ['how', 'likely', ['d']],
      ['words', 'sure', ['e']],
    ])
    expect(groupProposals(all, 'how').map(({ kind }) => kind)).toEqual(['how'])
    expect(groupProposals([], 'all')).toEqual([])
    expect([0.9, 0.89, 0.7, 0.69].map(bandOf)).toEqual(['sure', 'likely', 'likely', 'doubtful'])
  })

  it('are counted with those that are not told, and without those that have gone', () => {
    expect(totalOf(answer, 'all')).toBe(12)
    const left = withoutHidden(answer, new Set(['a', 'd', 'other']))
    expect(left.totals).toEqual({ ...answer.totals, who: 9, how: 0 })
    expect(left.proposals.map(({ key }) => key)).toEqual(['b', 'c', 'e'])
    expect(withoutHidden(answer, new Set())).toBe(answer)
  })

  it('are told in words', () => {
    expect(deliveryText({ tone: 'whispered', phrase: 'out of breath' })).toBe(
      'whispered, out of breath',
    )
    expect(deliveryText({ tone: 'dry', phrase: '' })).toBe('dry')
    const word = { word: 'Nice', say: 'Neece' }
    expect([wordText(word), wordText({ ...word, ipa: 'niːs' })]).toEqual([
      'Nice → Neece',
      'Nice → Neece /niːs/',
    ])
    expect(['“Come here,”', ' »Komm!« ', '‘’'].map(bareQuotation)).toEqual([
      'Come here,',
      'Komm!',
      '',
    ])
  })
})

describe('keys in the list of proposals', () => {
  const lines = linesOf(groupProposals(all, 'all'))

  it('go from one to the next, over the heads of groups and no further than there are', () => {
    expect(keyBeside(lines, 'a', 1)).toBe('c')
    expect(keyBeside(lines, 'b', -1)).toBe('b')
    expect(keyBeside(lines, 'a', 100)).toBe('e')
    expect(keyBeside(lines, null, 0)).toBe('b')
    expect(keyBeside(lines, 'gone', 1)).toBe('b')
    expect(keyBeside([], 'a', 1)).toBeNull()
  })

  it('are about the next one when some have gone, else about the last before them', () => {
    expect(keyAfter(lines, ['a'])).toBe('c')
    expect(keyAfter(lines, ['b', 'a'])).toBe('c')
    expect(keyAfter(lines, ['e'])).toBe('d')
    expect(keyAfter(lines, ['a', 'b', 'c', 'd', 'e'])).toBeNull()
  })

  it('take and dismiss a proposal, but leave Enter to the buttons in it', () => {
    expect(['Enter', 'y', 'Delete', 'n', 'o'].map((name) => proposalPress(name, true))).toEqual([
      'take',
      'take',
      'dismiss',
      'dismiss',
      'show',
    ])
    expect(proposalPress('Enter', false)).toBeNull()
    expect(proposalPress('n', false)).toBe('dismiss')
    expect(proposalPress('constructor', true)).toBeNull()
  })
})

describe('the proposals of a book', () => {
  afterEach(() => void vi.useRealTimers())

  const opened = async () => {
    const studio = studioByHand()
    const mirror = mirrorProposals(studio.connection, 'p')
    const stop = mirror.watch()
    await studio.waiting[0]?.answer(answer)
    const keys = () => {
      const now = mirror.proposals.get()
      return now.state === 'ready' ? now.proposals.map(({ key }) => key) : now.state
    }
    return { studio, mirror, stop, keys }
  }

  it('are gone at once when they are taken, and stay so when the studio agrees', async () => {
    const { studio, mirror, keys } = await opened()
    const done = mirror.without(['a'], async () => 'taken')
    expect(keys()).toEqual(['b', 'c', 'd', 'e'])
    await settle()
    const rest = { ...answer, proposals: all.slice(1) }
    await studio.waiting[0]?.answer(rest)
    expect(await done).toBe('taken')
    expect(keys()).toEqual(['b', 'c', 'd', 'e'])
  })

  it('are there again when that was refused', async () => {
    const { mirror, keys } = await opened()
    expect(await mirror.without(['a'], async () => null)).toBeNull()
    expect(keys()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('show none again that was taken while others are read', async () => {
    const { studio, mirror, keys } = await opened()
    const first = mirror.without(['a'], async () => 1)
    await settle()
    const second = mirror.without(['b'], async () => 2)
    await settle()
    expect(studio.waiting).toHaveLength(2)
    // The older answer is of a book in which the second was not taken yet.
    await studio.waiting[0]?.answer({ ...answer, proposals: all.slice(1) })
    expect(keys()).toEqual(['c', 'd', 'e'])
    await studio.waiting[0]?.answer({ ...answer, proposals: all.slice(2) })
    await Promise.all([first, second])
    expect(keys()).toEqual(['c', 'd', 'e'])
  })

  it('tell why they cannot be read, and are read again when that is wished', async () => {
    const studio = studioByHand()
    const mirror = mirrorProposals(studio.connection, 'p')
    mirror.watch()
    await studio.waiting[0]?.refuse('not-found')
    expect(mirror.proposals.get()).toMatchObject({ state: 'failed' })
    void mirror.refresh()
    expect(mirror.proposals.get().state).toBe('loading')
    await studio.waiting[0]?.answer(answer)
    expect(mirror.proposals.get().state).toBe('ready')
  })

  it('are read again when their book changes or an asking rests, and for no other reason', async () => {
    vi.useFakeTimers()
    const { studio, stop } = await opened()
    const asked = async () => {
      await vi.advanceTimersByTimeAsync(600)
      const number = studio.waiting.length
      for (const call of [...studio.waiting]) await call.answer(answer)
      return number
    }
    const change = (id: string) =>
      studio.say('project.changed', {
        project: { ...projectOf(2), id },
        history: { canUndo: true, canRedo: false },
        positions: null,
      })
    change('p')
    change('p')
    expect(await asked()).toBe(1)
    change('q')
    expect(await asked()).toBe(0)
    const job = { kind: 'script', projectId: 'p' } as const
    studio.say('job.advanced', { job: jobOf('j', job) })
    expect(await asked()).toBe(0)
    studio.say('job.advanced', { job: jobOf('j', { ...job, state: 'done' }) })
    expect(await asked()).toBe(1)
    studio.say('job.advanced', { job: jobOf('k', { kind: 'speech', state: 'done' }) })
    expect(await asked()).toBe(0)
    stop()
    change('p')
    expect(await asked()).toBe(0)
  })
})
