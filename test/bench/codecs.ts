// What the codecs in WASM cost: each format encoded and decoded, beside the native ones on the same minutes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportFormat } from '../../src/contract/index.ts'
import { encodingOf } from '../../src/core/export/encoding-of.ts'
import type { CodecEngine } from '../../src/io/codecs/codec-engine.ts'
import { measureSound } from '../../src/io/codecs/measure-sound.ts'
import { encodeSound, fileOf } from '../io/codecs/encoded.ts'
import { engineNames, openEngine } from '../io/codecs/engines.ts'
import { aMinute } from './a-minute.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import type { Figure } from './figure.ts'

const minutes = 4
/** Of books; the voice speaks a little faster by it. */
const sampleRate = 24_000
const formats: readonly ExportFormat[] = ['m4b', 'mp3', 'opus', 'flac']
const tags = { title: 'Bench', authors: ['Nobody'], narrator: 'Nobody', language: 'en' }

export async function benchCodecs(): Promise<Figure[]> {
  const { samples } = await aMinute()
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  const engines: CodecEngine[] = []
  for (const name of engineNames) engines.push(await openEngine(name))
  try {
    const figures: Figure[] = []
    for (const format of formats) {
      const work = { format, samples, path: join(folder, `book.${format}`) }
      const [native, wasm] = [await timed(engines[0], work), await timed(engines[1], work)]
      figures.push(figureOf(`encode ${format}`, native.encode, wasm.encode))
      if (wasm.measure && native.measure)
        figures.push(figureOf(`check ${format}`, native.measure, wasm.measure))
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Work = { format: ExportFormat; samples: Int16Array; path: string }
/** Times the pace of the sound, by CPU. */
type Pace = { encode: number; measure: number | null }

async function timed(engine: CodecEngine | undefined, work: Work): Promise<Pace> {
  if (!engine) throw new Error('there are two engines')
  const { format, samples, path } = work
  const encode = () => encodeSound(samples, sampleRate, encodingOf({ format }), engine)
  // The first is slower: code is compiled and pages are new.
  const piece = await encode()
  const seconds = (samples.length / sampleRate) * minutes
  const encoding = await cpuSeconds(async () => {
    for (let minute = 0; minute < minutes; minute++) await encode()
  })
  const pieces = Array.from({ length: minutes }, () => piece)
  const chapters = pieces.map((_, index) => ({ title: `Minute ${index + 1}`, pieces: 1 }))
  writeFileSync(path, fileOf(format, { pieces, chapters, tags, cover: null }).whole)
  const canMeasure = format !== 'm4b' || engine.name === 'native'
  const measuring = canMeasure ? await cpuSeconds(() => measureSound(engine, path)) : null
  return { encode: seconds / encoding, measure: measuring && seconds / measuring }
}

const figureOf = (what: string, native: number, wasm: number): Figure => ({
  what: `${what} in WASM, by CPU`,
  measured: `${Math.round(wasm)} × real time`,
  comparedTo: `native: ${Math.round(native)} × real time`,
  ratio: wasm / native,
  goal: '–',
})
