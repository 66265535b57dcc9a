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
  it('is prepared when it is wanted', async () => {
    const source = sourceOf({})
    expect(await fetchPiece(source, 4)).toMatchObject({ piece: { position: 4, chapterId: 'c1' } })
    expect(source.asked).toEqual(['prepare c1-4', 'sound /made'])
  })

  it('is heard as it was when it is out of date, and not made anew', async () => {
    const status = { state: 'stale', takeId: 't', durationSeconds: 2 } as const
    const source = sourceOf({
      row: async (position) => rowAt(position, { status }),
      knownSpan: async () => spanAt('/there'),
    })
    expect(await fetchPiece(source, 4)).toMatchObject({ piece: { takeId: 't' } })
    expect(source.asked).toEqual(['sound /there'])
  })

  it('is asked for again when its address has passed, but not for ever', async () => {
    let left = 1
    const source = sourceOf({
      sound: async (address) => {
        source.asked.push(`sound ${address}`)
        if ((left -= 1) >= 0) throw new Error('404')
        return new ArrayBuffer(1)
      },
    })
    expect(await fetchPiece(source, 4)).toHaveProperty('piece')
    expect(source.asked).toHaveLength(4)
    left = 1000
    expect(await fetchPiece(source, 4)).toMatchObject({ failure: { code: 'unexpected' } })
    expect(source.asked).toHaveLength(10)
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
