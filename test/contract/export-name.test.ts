// What the place of an export is called before a person says otherwise.
import { expect, test } from 'vitest'
import { exportName, type ExportWish } from '../../src/contract/index.ts'

const chapters = { kind: 'chapters' } as const

test.each<[wish: ExportWish, isPassing: boolean, name: string]>([
  [{ format: 'm4b' }, false, 'A_B.m4b'],
  [{ format: 'm4b' }, true, 'A_B.m4b'],
  [{ format: 'm4b', captions: 'srt' }, false, 'A_B.m4b'],
  [{ format: 'm4b', captions: 'srt' }, true, 'A_B.zip'],
  [{ format: 'mp3', split: chapters }, false, 'A_B'],
  [{ format: 'mp3', split: chapters }, true, 'A_B.zip'],
  [{ format: 'mp3', split: { kind: 'one' } }, true, 'A_B.mp3'],
])('%j, passing %j, is %s', (wish, isPassing, name) => {
  expect(exportName('A/B', wish, isPassing)).toBe(name)
})
