// What is asked for when a script is written, as it stands in the form.
import { expect, test } from 'vitest'
import {
  emptyFields,
  readFields,
  withForm,
  type WriteFields,
} from '../../src/renderer/src/state/write-fields.ts'

const good: WriteFields = { ...emptyFields('de'), notes: 'Bees.' }

test.each([
  [{}, []],
  [{ notes: ' \n' }, ['notes']],
  [{ notes: 'x'.repeat(400_001) }, ['notes']],
  [{ speakers: '' }, ['speakers']],
  [{ speakers: 'Anna, anna' }, ['speakers']],
  [{ speakers: 'A, B, C, D, E' }, ['speakers']],
  [{ speakers: 'Anna: x' }, ['speakers']],
])('a form with %j has problems with %j', (given, problems) => {
  const read = readFields({ ...good, ...given })
  expect(Object.keys(read.problems)).toEqual(problems)
  expect(read.wish === null).toBe(problems.length > 0)
})

test('whoever has named nobody gets the usual speakers of each form', () => {
  expect(withForm(good, 'talk').speakers).toBe('Anna')
  expect(withForm(withForm(good, 'talk'), 'lesson').speakers).toBe('Anna, Ben')
  expect(withForm({ ...good, speakers: 'Eve' }, 'talk').speakers).toBe('Eve')
})
