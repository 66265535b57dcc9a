// `lectern check`: what finished files measure, for people and for programs.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { syllables, wavFile } from '../io/codecs/sounds.ts'
import { jsonLines, runLectern } from './run-lectern.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-check-'))
const lectern = (...args: string[]) => runLectern(args, { cwd: folder })

beforeAll(() => {
  writeFileSync(join(folder, 'talk.wav'), wavFile(syllables(48_000, 24_000, 1), 24_000))
  writeFileSync(join(folder, 'words.mp3'), 'No sound at all.')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('measures a file, and says what ACX asks and what helps', async () => {
  const { code, out, errors } = await lectern('check', 'talk.wav')
  expect(errors).toBe('')
  expect(code).toBe(0)
  expect(out).toContain('talk.wav')
  expect(out).toMatch(/loudness -\d+\.\d LUFS/)
  expect(out).toMatch(/Sample rate +24 kHz +44\.1 kHz +FAIL/)
  expect(out).toContain('Export it as MP3')
})

it('tells every figure in JSON, and goes on after a file that is none', async () => {
  const ended = await lectern('check', 'words.mp3', 'gone.mp3', 'talk.wav', '--json')
  expect(ended.code).toBe(1)
  const [words, gone, talk] = jsonLines(ended)
  expect(words).toMatchObject({ event: 'failed', code: 'not-sound' })
  expect(gone).toMatchObject({ event: 'failed', code: 'file-missing' })
  expect(talk).toMatchObject({
    event: 'checked',
    name: 'talk.wav',
    passed: false,
    measure: { codec: 'pcm_s16le', sampleRate: 24_000, channels: 1, durationSeconds: 2 },
  })
  expect(talk?.['findings']).toContainEqual({
    rule: 'format',
    passed: false,
    measured: 'pcm_s16le',
    cure: 'Export it as MP3: ACX takes nothing else.',
  })
})

it('refuses to check nothing', async () => {
  const { code, errors } = await lectern('check')
  expect(code).toBe(2)
  expect(errors).toContain('FILE is missing')
})

it('narrates a folder for ACX, levels its chapters, and tells what each file measures', async () => {
  writeFileSync(
    join(folder, 'tale.md'),
    '# A Tale\n\n## One\n\nIt was early. Nobody was there yet, and so it stayed.\n\n' +
      '## Two\n\nThen it was late. Somebody came, and it began to rain at last.\n',
  )
  const ended = await lectern(
    ...['narrate', 'tale.md', '--acx', '--out', 'ready', '--json', '--data', 'library'],
  )
  const done = jsonLines(ended).at(-1) as {
    files: number
    levelled: { title: string; gainDb: number }[]
    acx: { files: { measure: { rmsDb: number; samplePeakDb: number } }[] }
  }
  expect(done.files).toBe(2)
  expect(done.acx.files).toHaveLength(3)
  // Both are short, and more pause than speech.
  expect(done.levelled.map(({ title }) => title)).toEqual(['One', 'Two'])
  for (const { measure } of done.acx.files) {
    expect(measure.rmsDb).toBeGreaterThanOrEqual(-23)
    expect(measure.samplePeakDb).toBeLessThanOrEqual(-3)
  }
  for (const file of done.acx.files)
    expect(file).toMatchObject({
      measure: { codec: 'mp3', bitRate: 192_000, isConstantRate: true, sampleRate: 44_100 },
    })
  expect(readdirSync(join(folder, 'ready'))).toContain('report.txt')
})

it('refuses another format for ACX', async () => {
  const { code, errors } = await lectern('narrate', 'tale.md', '--acx', '--format', 'm4b')
  expect(code).toBe(2)
  expect(errors).toContain('--format')
})
