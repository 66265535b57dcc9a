// Of what is asked again and again only the last answer counts, in whatever order answers come.
import { expect, it } from 'vitest'
import { createLatestAnswer } from '../../src/renderer/src/state/latest-answer.ts'

it('passes on the answer to what was asked for last, and no earlier one', async () => {
  const latest = createLatestAnswer()
  const first = Promise.withResolvers<string>()
  const second = Promise.withResolvers<string>()
  const early = latest(first.promise)
  const late = latest(second.promise)
  second.resolve('new')
  expect(await late).toBe('new')
  first.resolve('old')
  expect(await early).toBeNull()
})
