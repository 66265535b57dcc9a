// What is asked for when a script is written, as it stands in the form.
import { expect, test } from 'vitest'
import {
  emptyFields,
  keepFields,
  keptFields,
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

/** A browser's storage that takes so many letters. */
function storageOf(most: number) {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem(key: string, text: string) {
      if (text.length > most) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, text)
    },
    kept,
  }
}

test('what is written is there again when the page comes back, until nothing is written any more', () => {
  const storage = storageOf(1000)
  expect(keptFields(storage)).toBeNull()
  keepFields(storage, good)
  expect(keptFields(storage)).toEqual(good)
  keepFields(storage, emptyFields('de'))
  expect(storage.kept.size).toBe(0)
})

test('notes too long for the browser, and what another version has kept, are no trouble', () => {
  const storage = storageOf(1000)
  keepFields(storage, good)
  keepFields(storage, { ...good, notes: 'x'.repeat(2000) })
  expect(keptFields(storage)).toBeNull()
  keepFields(storage, good)
  for (const wrong of ['{', '7', '{}', JSON.stringify({ ...good, form: 'opera' })]) {
    for (const key of storage.kept.keys()) storage.kept.set(key, wrong)
    expect(keptFields(storage), wrong).toBeNull()
  }
})

test('a title longer than a book may have is cut', () => {
  expect(readFields({ ...good, title: 'x'.repeat(400) }).wish?.title.length).toBe(300)
})
