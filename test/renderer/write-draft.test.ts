// What is asked for when a script is written, and the script as it is told piece by piece.
import { expect, test } from 'vitest'
import {
  emptyForm,
  grownDraft,
  readForm,
  withForm,
  type WriteForm,
} from '../../src/renderer/src/state/write-draft.ts'

const good: WriteForm = { ...emptyForm('de'), notes: 'Bees.' }

test.each([
  [{}, []],
  [{ notes: ' \n' }, ['notes']],
  [{ notes: 'x'.repeat(400_001) }, ['notes']],
  [{ speakers: '' }, ['speakers']],
  [{ speakers: 'Anna, anna' }, ['speakers']],
  [{ speakers: 'A, B, C, D, E' }, ['speakers']],
  [{ speakers: 'Anna: x' }, ['speakers']],
])('a form with %j has problems with %j', (given, problems) => {
  const read = readForm({ ...good, ...given })
  expect(Object.keys(read.problems)).toEqual(problems)
  expect(read.wish === null).toBe(problems.length > 0)
})

test('whoever has named nobody gets the usual speakers of each form', () => {
  expect(withForm(good, 'talk').speakers).toBe('Anna')
  expect(withForm(withForm(good, 'talk'), 'lesson').speakers).toBe('Anna, Ben')
  expect(withForm({ ...good, speakers: 'Eve' }, 'talk').speakers).toBe('Eve')
})

test('a draft grows by what is told, and is read anew where something was missed', () => {
  const draft = { revision: 3, text: 'Anna: He', settled: 0, unwritten: [] }
  const told = { revision: 4, at: 6, text: 'Hello.', settled: 12 }
  expect(grownDraft(draft, told)).toEqual({
    ...draft,
    revision: 4,
    text: 'Anna: Hello.',
    settled: 12,
  })
  expect(grownDraft(draft, { ...told, revision: 3 })).toBe(draft)
  expect(grownDraft(draft, { ...told, revision: 5 })).toBeNull()
})
