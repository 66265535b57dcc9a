// What is written for a row is kept for that row.
import { expect, it } from 'vitest'
import { segmentDeeds } from '../../src/renderer/src/hooks/use-segment-deeds.ts'
import { createFinder } from '../../src/renderer/src/state/finder.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import type { OpenProject } from '../../src/renderer/src/state/project.ts'
import { mirrorSegments } from '../../src/renderer/src/state/segment-pages.ts'
import { createSelection } from '../../src/renderer/src/state/selection.ts'
import { createStore } from '../../src/renderer/src/state/store.ts'
import { projectOf, rowAt, settle, studioByHand } from './studio-by-hand.ts'

it('a text goes to the row that it was written for, also where another stands at its place now', async () => {
  const studio = studioByHand()
  const { connection, waiting } = studio
  const project = createStore<OpenProject>({ state: 'loading' })
  const segments = mirrorSegments(connection, 'p')
  const player = {
    ...createStore({ mode: 'idle' as const, heard: null, rate: 1 }),
    ...{ playFrom: () => {}, seek: () => {}, pause: () => {}, resume: () => {}, setRate: () => {} },
    ...{ secondsIntoHeard: () => 0, onTime: () => () => {}, moved: () => {}, reshaped: () => {} },
    ...{ changed: () => {}, dispose: () => {} },
  }
  const deeds = segmentDeeds(
    { connection, news: createNews(() => false) },
    {
      ...{ projectId: 'p', segments, player, finder: createFinder(connection, 'p') },
      ...{ selection: createSelection(2), project: { ...project, dispose: () => {} } },
    },
  )
  const written = rowAt(2)
  studio.say('project.changed', {
    ...{ project: projectOf(2), history: { canUndo: true, canRedo: false }, positions: null },
  })
  const saving = deeds.save(written, 'Another text.', true)
  await settle()
  const [edit] = waiting
  expect(edit).toMatchObject({
    name: 'segment.edit',
    args: { projectId: 'p', segmentId: 'c1-2', text: 'Another text.' },
  })
  await edit?.answer({})
  const [speak] = waiting
  expect(speak).toMatchObject({ name: 'segment.regenerate', args: { segmentIds: ['c1-2'] } })
  await speak?.answer({ jobId: 'j' })
  expect(await saving).toBe(true)
})
