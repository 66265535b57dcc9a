// Keys are the same whatever the order, the locale or the process.
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestJson, digestText } from '../../../src/core/base/digest.ts'

describe('keys', () => {
  it('do not depend on the order of properties', () => {
    expect(digestJson({ a: 1, b: [true, null] })).toBe(digestJson({ b: [true, null], a: 1 }))
  })

  it('agree with the SHA-256 of the system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(digestText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      }),
    )
  })

  it('are made from JSON that reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as never)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
