// ACX on whole novels' shortest, median and longest chapters, three voices each; the judge is ffmpeg.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasTool, run } from '../io/codecs/reference-tools.ts'
import type { Figure } from './figure.ts'

const root = join(import.meta.dirname, '../..')
const corpus = join(root, '../shared/corpus/epub')
const novels = [
  'se_frankenstein.epub',
  'se_love-among-the-chickens.epub',
  'se_the-adventures-of-sherlock-holmes.epub',
  'se_the-time-machine.epub',
  'pg55_wizard-of-oz_epub3.epub',
]
const voices = ['espeak:gmw/en-US', 'flite:slt', 'flite:rms']

type Judged = { rms: number; peak: number; floor: number; kilobits: number; rate: number }

/** With `whole` all chapters of each novel. */
export async function benchAcx(whole: boolean): Promise<Figure[]> {
  if (!hasTool('ffmpeg')) throw new Error('the judge, ffmpeg, is not installed')
  const data = mkdtempSync(join(tmpdir(), 'lectern-acx-'))
  const figures: Figure[] = []
  try {
    for (const novel of novels)
      for (const voice of voices) {
        const figure = judgeNovel(novel, voice, data, whole)
        console.log(`${figure.what}: ${figure.measured}`)
        figures.push(figure)
      }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  return figures
}

function judgeNovel(novel: string, voice: string, data: string, whole: boolean): Figure {
  const book = join(corpus, novel)
  const out = mkdtempSync(join(data, 'out-'))
  const chosen = whole ? [] : ['--chapters', threeOf(book).join()]
  const words = [
    'narrate',
    book,
    '--acx',
    '--voice',
    voice,
    '--out',
    out,
    '--data',
    data,
    ...chosen,
  ]
  const { status, stderr } = lectern([...words, '--json'])
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mp3') && !/sample/i.test(name))
    .map((name) => ({ name, ...judge(join(out, name)) }))
  rmSync(out, { recursive: true })
  const failing = files.filter((file) => !passes(file))
  const range = (of: (file: Judged) => number) =>
    `${Math.min(...files.map(of)).toFixed(1)} … ${Math.max(...files.map(of)).toFixed(1)}`
  const told = failing.map(({ name, rms, peak, floor }) => `${name} ${rms}/${peak}/${floor}`)
  return {
    what: `${novel.replace('.epub', '')}, ${voice}, ${files.length} files`,
    measured:
      files.length === 0
        ? `nothing was made: ${stderr.slice(-300)}`
        : `RMS ${range(({ rms }) => rms)}, peak ${range(({ peak }) => peak)}, floor ${range(({ floor }) => floor)} dB; ` +
          `${files.length - failing.length} pass${failing.length > 0 ? `, not ${told.join('; ')}` : ''}; exit ${status}`,
    comparedTo: 'measured by ffmpeg on the decoded MP3',
    ratio: null,
    goal: 'all pass, or it says why',
  }
}

function lectern(args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'src/cli/index.ts'), ...args],
    { encoding: 'utf8', maxBuffer: 1024 ** 3 },
  )
  return { status, stdout, stderr }
}

type Inspected = { chapters: { spoken: boolean; characters: number }[] }

/** Numbers of the shortest, the median and the longest spoken chapter, as --chapters counts them. */
function threeOf(book: string): number[] {
  const { chapters } = JSON.parse(lectern(['inspect', book, '--json']).stdout) as Inspected
  const spoken = chapters
    .map(({ spoken, characters }, index) => ({ spoken, characters, number: index + 1 }))
    .filter((chapter) => chapter.spoken)
    .toSorted((a, b) => a.characters - b.characters)
  const three = [spoken[0], spoken[spoken.length >> 1], spoken.at(-1)]
  return [...new Set(three.flatMap((chapter) => chapter?.number ?? []))]
}

/** RMS and peak of the whole, RMS of the quietest twentieth of a second, and what the file says of itself. */
function judge(path: string): Judged {
  const { stderr } = run(
    'ffmpeg',
    ...['-hide_banner', '-nostats', '-i', path, '-map', '0:a', '-af', 'astats', '-f', 'null', '-'],
  )
  const stats = stderr.split('Overall').at(-1) ?? ''
  const figure = (pattern: RegExp) => Number(pattern.exec(stats)?.[1] ?? NaN)
  const probed = JSON.parse(
    run(
      'ffprobe',
      ...['-v', 'error', '-of', 'json', '-show_streams', '-select_streams', 'a', path],
    ).stdout.toString(),
  ) as { streams: { bit_rate: string; sample_rate: string }[] }
  const [stream] = probed.streams
  return {
    rms: figure(/RMS level dB: (\S+)/),
    peak: figure(/Peak level dB: (\S+)/),
    floor: figure(/RMS trough dB: (\S+)/),
    kilobits: Number(stream?.bit_rate) / 1000,
    rate: Number(stream?.sample_rate),
  }
}

const passes = ({ rms, peak, floor, kilobits, rate }: Judged): boolean =>
  rms >= -23 && rms <= -18 && peak <= -3 && floor <= -60 && kilobits >= 192 && rate === 44_100
