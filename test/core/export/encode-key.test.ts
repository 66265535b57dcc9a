// The key of encoded groups.
import { expect, test } from 'vitest'
import { encodeKey } from '../../../src/core/export/encode-key.ts'

const aac = { codec: 'aac', bitRate: 64_000 } as const

test('a key changes with the sound, the encoding and the version of the codec, and with nothing else', () => {
  const key = encodeKey(['group'], aac, 'v1')
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(encodeKey(['group'], { bitRate: 64_000, codec: 'aac' }, 'v1')).toBe(key)
  const others = [
    encodeKey(['other'], aac, 'v1'),
    encodeKey(['group'], { ...aac, bitRate: 48_000 }, 'v1'),
    encodeKey(['group'], { codec: 'pcm' }, 'v1'),
    encodeKey(['group'], aac, 'v2'),
    encodeKey(['group', 'next'], aac, 'v1'),
  ]
  expect(new Set([key, ...others]).size).toBe(6)
})
