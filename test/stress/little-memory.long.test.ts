// Lectern with little memory: what all its processes need together while they narrate and export.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lastJson, runLectern } from '../cli/run-lectern.ts'
import { bookOf, paragraphsOf } from '../speech-server/verdict-texts.ts'
import { hasProcessTree } from './process-tree.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-memory-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** `LECTERN_NOVEL=FILE` for a whole novel by hand. */
const novel = process.env['LECTERN_NOVEL']

it.runIf(hasProcessTree)(
  'a book is narrated and exported within 512 MB, on one lane',
  async () => {
    const book = novel === undefined ? join(root, 'story.md') : resolve(novel)
    if (novel === undefined) writeFileSync(book, bookOf('The lamp', paragraphsOf(77, 60)))
    const args = ['narrate', book, '--data', join(root, 'data'), '--out', join(root, 'out.m4b')]
    const ended = await runLectern([...args, '--concurrency', '1', '--json'], { cwd: root })
    expect(ended.errors).toBe('')
    const { event, peakTreeBytes } = lastJson(ended)
    expect(event).toBe('done')
    expect(Number(peakTreeBytes)).toBeGreaterThan(0)
    expect(Number(peakTreeBytes)).toBeLessThan(512 * 1024 ** 2)
  },
  novel === undefined ? undefined : 3_600_000,
)
