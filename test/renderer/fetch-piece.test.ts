// What is heard at a position: what is there, what is made for it, what is passed over.
import { describe, expect, it } from 'vitest'
import type { SegmentSpan } from '../../src/contract/index.ts'
import { fetchPiece, type PlayerSource } from '../../src/renderer/src/client/fetch-piece.ts'
import { rowAt } from './studio-by-hand.ts'

const spanAt = (address: string | null): SegmentSpan => ({
  segmentId: 'c1-4',
  startSeconds: 0,
  durationSeconds: 2,
  address,
})
const failure = { code: 'voice-failed', params: { voice: 'v' }, retry: 'never' } as const

/** A source that notes what was asked of it. */
function sourceOf(change: Partial<PlayerSource>): PlayerSource & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    chapters: () => [],
    row: async (position) => rowAt(position),
    knownSpan: async () => null,
    prepare: async (segmentId) => {
      asked.push(`prepare ${segmentId}`)
      return { ok: true, value: spanAt('/made') }
    },
    movePlayhead: () => {},
    sound: async (address) => {
      asked.push(`sound ${address}`)
      return new ArrayBuffer(1)
    },
    ...change,
  }
}

describe('the sound at a position', () => {
  it('is made when the timeline does not have it', async () => {
    const source = sourceOf({ knownSpan: async () => spanAt(null) })
    expect(await fetchPiece(source, 4)).toMatchObject({ piece: { position: 4, chapterId: 'c1' } })
    expect(source.asked).toEqual(['prepare c1-4', 'sound /made'])
  })

  it('is taken from the timeline without asking for it to be made', async () => {
    const source = sourceOf({ knownSpan: async () => spanAt('/there') })
    await fetchPiece(source, 4)
    expect(source.asked).toEqual(['sound /there'])
  })

  it('is asked for again when its address has passed', async () => {
    const source = sourceOf({
      knownSpan: async () => spanAt('/old'),
      sound: async (address) => {
        source.asked.push(`sound ${address}`)
        if (address === '/old') throw new Error('404')
        return new ArrayBuffer(1)
      },
    })
    expect(await fetchPiece(source, 4)).toHaveProperty('piece')
    expect(source.asked).toEqual(['sound /old', 'prepare c1-4', 'sound /made'])
  })

  it('is passed over in silence where there is nothing to say', async () => {
    const status = { state: 'skipped', reason: 'nothing-to-say' } as const
    const source = sourceOf({ row: async (position) => rowAt(position, { status }) })
    expect(await fetchPiece(source, 4)).toEqual({ passedOver: true, failure: null })
    expect(source.asked).toEqual([])
  })

  it('is passed over with the reason when it cannot be made', async () => {
    const source = sourceOf({ prepare: async () => ({ ok: false, failure }) })
    expect(await fetchPiece(source, 4)).toEqual({ passedOver: true, failure })
  })
})
