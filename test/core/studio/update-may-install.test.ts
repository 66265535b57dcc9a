// A new version waits for the end of what is under way.
import { expect, test } from 'vitest'
import type { Job, Queue } from '../../../src/contract/index.ts'
import { updateMayInstall } from '../../../src/core/studio/update-may-install.ts'

const job = (kind: Job['kind'], state: Job['state']): Job => ({
  ...{ id: 'j', kind, state, stage: 'speaking' },
  ...{ done: 0, total: 9, failed: 0, etaSeconds: null, startedAt: 0 },
})

test.each<[string, Job[], Queue['state'], boolean]>([
  ['nothing', [], 'resting', true],
  ['a narration', [job('speech', 'running')], 'resting', false],
  ['an import', [job('import', 'running')], 'resting', false],
  ['an import that waits for a person', [job('import', 'paused')], 'resting', false],
  [
    'an export beside a narration at its end',
    [job('speech', 'done'), job('export', 'running')],
    'resting',
    false,
  ],
  ['a script that is written for money', [job('write', 'running')], 'resting', false],
  ['a paused narration, which the next start takes up', [job('speech', 'paused')], 'paused', true],
  ['what has ended', [job('export', 'failed'), job('speech', 'cancelled')], 'resting', true],
  ['a queue between two books', [], 'running', false],
  ['a queue that waits', [], 'waiting', false],
])('%s', (_case, jobs, queue, may) => {
  expect(updateMayInstall(jobs, queue)).toBe(may)
})
