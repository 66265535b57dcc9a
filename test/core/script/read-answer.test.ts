// What a model wrote, read whatever stands around it.
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../src/core/script/read-answer.ts'

const good = [
  { id: 'a', fields: { tone: 'soft' } },
  { id: 'b', fields: { tone: 'loud' } },
]

describe('an answer', () => {
  test.each([
    ['plain JSON', '{"items":[{"id":"a","tone":"soft"},{"id":"b","tone":"loud"}]}'],
    ['a bare list', '[{"id":"a","tone":"soft"},{"id":"b","tone":"loud"}]'],
    ['an object by ids', '{"a":{"tone":"soft"},"b":{"tone":"loud"}}'],
    [
      'fences and sentences',
      'Here it is:\n```json\n{"items":[{"id":"a","tone":"soft"},{"id":"b","tone":"loud"}]}\n```\nBye.',
    ],
    ['trailing commas', '{"items":[{"id":"a","tone":"soft",},{"id":"b","tone":"loud"},]}'],
    ['single quotes', "{'items':[{'id':'a','tone':'soft'},{'id':'b','tone':'loud'}]}"],
    [
      'its end missing behind all entries',
      '{"items":[{"id":"a","tone":"soft"},{"id":"b","tone":"loud"}]',
    ],
  ])('is read from %s', (_, text) => {
    expect(readAnswer(text)).toEqual(good)
  })

  test('that was cut gives all but its last entry', () => {
    const text = '{"items":[{"id":"a","tone":"soft"},{"id":"b","tone":"lo'
    expect(readAnswer(text)).toEqual(good.slice(0, 1))
  })

  test.each(['', 'I cannot help with that.', '{', '}{', '[1, 2]', 'null', '{"items": 3}'])(
    'has no entries in %j',
    (text) => {
      expect(readAnswer(text)).toEqual([])
    },
  )

  test('with numbers for ids is read as well', () => {
    expect(readAnswer('[{"id":7,"tone":"soft"}]')).toEqual([{ id: '7', fields: { tone: 'soft' } }])
  })
})
