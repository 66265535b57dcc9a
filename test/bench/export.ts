// From takes to finished files: whole books, and books with one sentence changed, against ffmpeg on the same takes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChapterPlan, ExportFormat, Take } from '../../src/contract/index.ts'
import { encodingOf, joinsGroups } from '../../src/core/export/encoding-of.ts'
import type { EncodedPiece, ExportChapter } from '../../src/core/ports/codecs.ts'
import { readTreeBytes } from '../../src/io/process-table.ts'
import { openTakeReader } from '../../src/io/sqlite/take-reader.ts'
import { never, openCodecFolder, planOf, type CodecFolder } from '../io/codecs/codec-folder.ts'
import { hasTool, run } from '../io/codecs/reference-tools.ts'
import type { Figure } from './figure.ts'

const takeSeconds = 8
const takesInChapter = 75
const tags = { title: 'Bench', authors: ['Nobody'], narrator: 'Nobody', language: 'en' }

type Book = { it: CodecFolder; plans: ChapterPlan[]; takes: Take[][] }

export async function benchExport(): Promise<Figure[]> {
  const it = openCodecFolder(2)
  try {
    const long = await speakBook(it, 60)
    const short: Book = { it, plans: long.plans.slice(0, 12), takes: long.takes.slice(0, 12) }
    return [...(await wholeBook(short)), ...(await oneSentence(long))]
  } finally {
    await it.close()
  }
}

async function speakBook(it: CodecFolder, chapters: number): Promise<Book> {
  const takes: Take[][] = []
  for (let chapter = 0; chapter < chapters; chapter++) {
    const own: Take[] = []
    for (let at = 0; at < takesInChapter; at += 2)
      own.push(
        ...(await Promise.all(
          [at, at + 1].map((index) => it.speak(takeSeconds, chapter * takesInChapter + index + 1)),
        )),
      )
    takes.push(own)
  }
  console.log(`export: ${chapters} chapters of takes are there`)
  return { it, takes, plans: takes.map((own, index) => planOf(`Chapter ${index + 1}`, own)) }
}

/** Encodes two pieces at a time, as many as the machine of the goals has cores. */
async function encodeAll({ it, plans }: Book, format: ExportFormat): Promise<ExportChapter[]> {
  const encoding = encodingOf({ format })
  const chapters = plans.map(({ title }) => ({ title, pieces: [] as EncodedPiece[] }))
  const work = plans.flatMap(({ groups }, chapter) =>
    (joinsGroups(encoding) ? groups.map((group) => [group]) : [groups]).map(
      (piece, at) => async () => {
        const encoded = await it.codecs.encode(piece, encoding, never)
        const own = chapters[chapter]
        if (own) own.pieces[at] = encoded
      },
    ),
  )
  let next = 0
  const lane = async () => {
    while (next < work.length) await work[next++]?.()
  }
  await Promise.all([lane(), lane(), lane()])
  return chapters
}

async function writeBook(book: Book, format: ExportFormat, chapters: ExportChapter[]) {
  const target = join(book.it.folder.transfers, `book.${format}`)
  const encoding = encodingOf({ format })
  const request = { target, format, encoding, chapters, tags, cover: null }
  return { target, ...(await book.it.codecs.writeFile(request, () => {}, never)) }
}

async function timed<T>(work: () => Promise<T> | T): Promise<{ seconds: number; value: T }> {
  const began = performance.now()
  const value = await work()
  return { seconds: (performance.now() - began) / 1000, value }
}

async function wholeBook(book: Book): Promise<Figure[]> {
  const figures: Figure[] = []
  const list = hasTool('ffmpeg') ? writeList(book) : null
  for (const [format, coder] of [
    ['m4b', ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '64k']],
    ['mp3', ['-c:a', 'libmp3lame', '-b:a', '64k']],
    ['opus', ['-c:a', 'libopus', '-application', 'voip', '-b:a', '32k']],
    ['flac', ['-c:a', 'flac']],
  ] as const) {
    await book.it.codecs.clear()
    const ours = await timed(async () => writeBook(book, format, await encodeAll(book, format)))
    const measured = `${ours.seconds.toFixed(1)} s for ${(ours.value.durationSeconds / 3600).toFixed(2)} h`
    const what = `whole book from takes, ${format}, the same coder`
    const theirs =
      list === null
        ? null
        : ffmpegSeconds(list, coder, `theirs.${format === 'm4b' ? 'm4a' : format}`)
    figures.push({
      ...{ what, measured, goal: format === 'm4b' ? '≤ 0.6' : '–' },
      comparedTo: theirs === null ? 'ffmpeg: not installed' : `ffmpeg ${theirs.toFixed(1)} s`,
      ratio: theirs === null ? null : ours.seconds / theirs,
    })
    if (format !== 'm4b' || list === null) continue
    const slow = ffmpegSeconds(list, ['-t', '720', '-c:a', 'aac', '-b:a', '64k'], 'slow.m4a') * 10
    figures.push({
      ...{
        what: 'whole book from takes, m4b, ffmpeg’s default coder (a tenth, times ten)',
        measured,
      },
      ...{ comparedTo: `ffmpeg ${slow.toFixed(1)} s`, ratio: ours.seconds / slow, goal: '≤ 0.15' },
    })
  }
  return figures
}

/** The takes as files, for ffmpeg to read one after the other. */
function writeList({ it, takes }: Book): string {
  const folder = join(it.folder.transfers, 'takes')
  mkdirSync(folder, { recursive: true })
  const reader = openTakeReader(it.folder.takesDatabase)
  const lines = takes.flat().map(({ id }, index) => {
    const path = join(folder, `${String(index).padStart(6, '0')}.flac`)
    writeFileSync(path, reader.flac(id) ?? new Uint8Array(0))
    return `file '${path}'`
  })
  const list = join(folder, 'list.txt')
  writeFileSync(list, lines.join('\n'))
  return list
}

function ffmpegSeconds(list: string, coder: readonly string[], name: string): number {
  const began = performance.now()
  run(
    'ffmpeg',
    ...[
      ...['-v', 'error', '-y', '-f', 'concat', '-safe', '0', '-i', list],
      ...['-af', 'volume=1,alimiter=limit=0.794:level=0,aresample=24000', '-ac', '1', ...coder],
      join(list, '..', name),
    ],
  )
  return (performance.now() - began) / 1000
}

/** The most memory of this process and its codec children while something is done, in bytes. */
export async function peakOf<T>(work: () => Promise<T>): Promise<{ peak: number; value: T }> {
  let peak = 0
  const watch = setInterval(() => {
    void readTreeBytes(process.pid).then((bytes) => (peak = Math.max(peak, bytes ?? 0)))
  }, 100)
  try {
    const value = await work()
    return { peak, value }
  } finally {
    clearInterval(watch)
  }
}

export const inMegabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MB`

async function oneSentence(book: Book): Promise<Figure[]> {
  await book.it.codecs.clear()
  const { peak: wholePeak, value } = await peakOf(async () => {
    const chapters = await encodeAll(book, 'm4b')
    return { chapters, before: await writeBook(book, 'm4b', chapters) }
  })
  const { chapters, before } = value
  const chapter = 30
  const takes = [...(book.takes[chapter] ?? [])]
  takes[10] = await book.it.speak(takeSeconds + 1, 1_000_000)
  const changed = planOf(`Chapter ${chapter + 1}`, takes)
  const keys = new Set(book.plans[chapter]?.groups.map(({ key }) => key))
  const fresh = changed.groups.filter(({ key }) => !keys.has(key)).length
  const plans = book.plans.with(chapter, changed)
  const { peak, value: ours } = await peakOf(() =>
    timed(async () => {
      const [encoded] = await encodeAll({ ...book, plans: [changed] }, 'm4b')
      if (!encoded) throw new Error('a chapter was encoded')
      return writeBook({ ...book, plans }, 'm4b', chapters.with(chapter, encoded))
    }),
  )
  const theirs = hasTool('ffmpeg') ? await concatSeconds(book, chapters) : null
  return [
    {
      what: `one sentence changed in ${(before.durationSeconds / 3600).toFixed(1)} h: ${fresh} group encoded, M4B written`,
      measured: `${ours.seconds.toFixed(2)} s, peak ${inMegabytes(peak)} with this bench`,
      comparedTo:
        theirs === null ? 'ffmpeg: not installed' : `ffmpeg’s concat ${theirs.toFixed(2)} s`,
      ratio: theirs === null ? null : ours.seconds / theirs,
      goal: '≤ 1 s and ≤ 0.5',
    },
    {
      what: `memory of this process and its codec children, ${(before.durationSeconds / 3600).toFixed(1)} h encoded and written`,
      measured: `peak ${inMegabytes(wholePeak)}`,
      comparedTo: '–',
      ratio: null,
      goal: '≤ 450 MB',
    },
  ]
}

/** What ffmpeg takes to copy finished chapters into one file. */
async function concatSeconds({ it }: Book, chapters: ExportChapter[]): Promise<number> {
  const folder = join(it.folder.transfers, 'chapters')
  mkdirSync(folder, { recursive: true })
  const encoding = encodingOf({ format: 'm4a' })
  const lines: string[] = []
  for (const [index, chapter] of chapters.entries()) {
    const target = join(folder, `${index}.m4a`)
    const request = {
      target,
      format: 'm4a',
      encoding,
      chapters: [chapter],
      tags,
      cover: null,
    } as const
    await it.codecs.writeFile({ ...request, chapters: [chapter] }, () => {}, never)
    lines.push(`file '${target}'`)
  }
  const list = join(folder, 'list.txt')
  writeFileSync(list, lines.join('\n'))
  const began = performance.now()
  run(
    'ffmpeg',
    ...[
      ...['-v', 'error', '-y', '-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy'],
      join(folder, 'whole.m4a'),
    ],
  )
  return (performance.now() - began) / 1000
}
