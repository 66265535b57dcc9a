// The buffer that a lane speaks into.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSoundBuffer } from '../../../src/io/speech/sound-buffer.ts'

describe('the sound buffer', () => {
  it('holds what was appended, however much, and nothing of what was there before', () => {
    const sound = createSoundBuffer()
    const piece = fc.oneof(fc.int16Array({ maxLength: 50 }), fc.nat({ max: 600_000 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        sound.clear()
        const expected = pieces.flatMap((each) =>
          typeof each === 'number' ? Array<number>(each).fill(0) : [...each],
        )
        for (const each of pieces) {
          if (typeof each === 'number') sound.pause(each)
          else sound.append(each)
        }
        expect(Buffer.from(Int16Array.from(expected).buffer)).toEqual(
          Buffer.from(sound.samples.buffer, 0, sound.samples.byteLength),
        )
      }),
      { numRuns: 20 },
    )
  })
})
