// Whose turn it is, as a table.
import { expect, it } from 'vitest'
import { nextTurn, type Standing } from '../../../src/core/studio/queue/queue-turn.ts'

const of = (...rows: (Standing['now'] | [Standing['now'], 'by hand'])[]): Standing[] =>
  rows.map((row, at) => ({
    projectId: 'abc'[at] ?? '',
    now: typeof row === 'string' ? row : row[0],
    byHand: typeof row !== 'string',
  }))
const turn = (standings: Standing[], given: { isPaused?: boolean; isForeign?: boolean } = {}) => {
  const found = nextTurn(standings, { isPaused: false, isForeign: false, ...given })
  return found && `${found.deed} ${found.projectId}`
}

it.each([
  ['the first begins', of('none', 'none'), {}, 'begin a'],
  ['one at a time', of('running', 'none'), {}, null],
  [
    'what has ended or waits for a person is passed over',
    of('ended', 'held', 'none'),
    {},
    'begin c',
  ],
  ['what was set back goes on in its turn', of('ended', 'set-back', 'none'), {}, 'go-on b'],
  ['the next waits for files that are written', of('exporting', 'none'), {}, null],
  ['a pause sets back what runs', of('running', 'none'), { isPaused: true }, 'set-back a'],
  ['and begins nothing', of('set-back', 'none'), { isPaused: true }, null],
  [
    'another book begun by hand goes before',
    of('running', 'none'),
    { isForeign: true },
    'set-back a',
  ],
  ['until it has ended', of('set-back', 'none'), { isForeign: true }, null],
  ['so does a queued one', of('running', ['running', 'by hand']), {}, 'set-back a'],
  ['beside which nothing begins', of('none', ['running', 'by hand']), {}, null],
  ['nothing is left', of('ended', 'held'), {}, null],
])('%s', (_sentence, standings, given, deed) => {
  expect(turn(standings, given)).toBe(deed)
})
