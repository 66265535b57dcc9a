// A script that is being written, as it is told piece by piece.
import { expect, test } from 'vitest'
import { grownDraft } from '../../src/renderer/src/state/grown-draft.ts'

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
