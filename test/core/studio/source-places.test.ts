// Which row of a project stands where in the file it came from.
import { describe, expect, it } from 'vitest'
import { placeRows, type ReadSegment } from '../../../src/core/studio/export/source-places.ts'

const read = (...texts: string[]): ReadSegment[] =>
  texts.map((text, index) => ({
    id: `c1-${index + 1}`,
    text,
    place: { document: 'a.xhtml', runs: [{ from: index * 10, to: index * 10 + 5 }] },
  }))
const row = (id: string, text: string, edited = false) => ({ id, text, edited })
const starts = (places: ReturnType<typeof placeRows>) =>
  Object.fromEntries([...places].map(([id, { runs }]) => [id, runs[0]?.from]))

describe('a row', () => {
  it('stands where the segment of its id stands, wherever it was moved', () => {
    const rows = [row('c1-3', 'Three.'), row('c1-1', 'One.')]
    expect(starts(placeRows(rows, read('One.', 'Two.', 'Three.')))).toEqual({
      'c1-1': 0,
      'c1-3': 20,
    })
  })

  it('that a person has edited stands where it stood', () => {
    expect(starts(placeRows([row('c1-2', 'Zwei.', true)], read('One.', 'Two.')))).toEqual({
      'c1-2': 10,
    })
  })

  it('is found by its words where the file is read otherwise today, equal ones in their order', () => {
    const rows = [row('c1-1', 'Yes. '), row('c1-2', 'No.'), row('c1-3', 'Yes.')]
    expect(starts(placeRows(rows, read('New.', 'Yes.', 'No.', 'Yes. ')))).toEqual({
      'c1-1': 10,
      'c1-2': 20,
      'c1-3': 30,
    })
  })

  it('has no place where its words are nowhere, or where they come from no text', () => {
    const silent = [{ id: 'c1-1', text: 'A picture', place: null }]
    expect(placeRows([row('c1-1', 'A picture'), row('c9-1', 'Else')], silent).size).toBe(0)
  })
})
