// Robinson Crusoe from EPUB to M4B in a cold terminal, against the shell pipeline a Linux user would write.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changeOneSentence, writeCopies } from './rewrite-epub.ts'
import type { Figure } from './figure.ts'

const lectern = join(import.meta.dirname, '../../bin/lectern')
const corpus = join(import.meta.dirname, '../../../shared/corpus/epub')
const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(0)} MB`

type Done = {
  durationSeconds: number
  segments: number
  synthesized: number
  cacheHits: number
  wallSeconds: number
  peakRssBytes: number
  peakTreeBytes: number | null
}

/** `withCopies`: also ten copies of the book, which takes ten times as long. */
export async function benchBook(given: string | undefined, withCopies: boolean): Promise<Figure[]> {
  const book = given ?? corpusBook()
  if (!book) {
    console.log('book: skipped, the corpus is not there (give a file with --book FILE)')
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  try {
    return await measure(book, folder, withCopies)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(book: string, folder: string, withCopies: boolean): Promise<Figure[]> {
  const data = join(folder, 'data')
  const out = join(folder, 'book.m4b')
  const first = narrate(book, data, out)
  const again = narrate(book, data, out)
  const changed = join(folder, 'changed.epub')
  await changeOneSentence(book, changed)
  const edited = narrate(changed, data, out)
  const ten = withCopies ? narrateTenCopies(book, folder) : null
  const figures: Figure[] = [
    memory('first run', first.done),
    ...(ten ? [growth(first.done, ten.done)] : []),
    memory('all cached', again.done),
    memory('one sentence changed', edited.done),
    {
      what: `all cached (${again.done.synthesized} spoken)`,
      measured: `${again.seconds.toFixed(2)} s`,
      comparedTo: `first run ${first.seconds.toFixed(2)} s`,
      ratio: first.seconds / again.seconds,
      goal: '≥ 20',
    },
    {
      what: `one sentence changed (${edited.done.synthesized} spoken)`,
      measured: `${edited.seconds.toFixed(2)} s`,
      comparedTo: `first run ${first.seconds.toFixed(2)} s`,
      ratio: edited.seconds / first.seconds,
      goal: '≤ 5 s and ≤ 0.05',
    },
  ]
  return [...pipeline(book, folder, first), ...figures]
}

function narrate(book: string, data: string, out: string): { done: Done; seconds: number } {
  const args = ['narrate', book, '--data', data, '--out', out, '--voice', 'gmw/en-US', '--json']
  const began = performance.now()
  const run = spawnSync(lectern, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = (performance.now() - began) / 1000
  console.log(`narrated in ${seconds.toFixed(2)} s`)
  if (run.status !== 0) throw new Error(`narrate failed: ${run.stdout.slice(-2000)}${run.stderr}`)
  return { done: JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Done, seconds }
}

function narrateTenCopies(book: string, folder: string) {
  const copies = join(folder, 'ten-copies.txt')
  writeCopies(segmentTexts(book), 10, copies)
  return narrate(copies, join(folder, 'data-ten'), join(folder, 'ten.m4b'))
}

/** `espeak-ng`, a process a segment, two at a time; then ffmpeg's AAC at the same rate, both coders. */
function pipeline(book: string, folder: string, ours: { done: Done; seconds: number }): Figure[] {
  const measured = `${ours.seconds.toFixed(1)} s, ${ours.done.segments} segments, ${(ours.done.durationSeconds / 3600).toFixed(2)} h`
  if (!has('espeak-ng') || !has('ffmpeg')) {
    console.log('shell pipeline: skipped, espeak-ng or ffmpeg is not installed')
    return [
      {
        what: 'whole book',
        measured,
        comparedTo: 'shell pipeline: not installed',
        ratio: null,
        goal: '–',
      },
    ]
  }
  const texts = segmentTexts(book)
  const wavs = join(folder, 'wavs')
  execFileSync('mkdir', ['-p', wavs])
  for (const [index, text] of texts.entries())
    writeFileSync(join(wavs, `${String(index).padStart(6, '0')}.txt`), text)
  const speaking = timed(`ls ${wavs}/*.txt | xargs -P2 -I{} espeak-ng -v gmw/en-US -f {} -w {}.wav`)
  const list = join(folder, 'list.txt')
  const files = readdirSync(wavs).filter((name) => name.endsWith('.wav'))
  writeFileSync(
    list,
    files
      .sort()
      .map((name) => `file '${join(wavs, name)}'`)
      .join('\n'),
  )
  const encode = (coder: string, seconds?: number) =>
    timed(
      `ffmpeg -v error -y -f concat -safe 0 -i ${list} -ar 24000 -ac 1 ${seconds ? `-t ${seconds}` : ''} -c:a aac ${coder} -b:a 64k ${join(folder, 'shell.m4b')}`,
    )
  const fast = speaking + encode('-aac_coder fast')
  // The default coder takes half an hour for a book: a tenth of it tells its pace.
  const tenth = ours.done.durationSeconds / 10
  const twoloop = speaking + encode('', tenth) * 10
  const row = (coder: string, seconds: number, goal: string): Figure => ({
    what: `whole book, ${coder}`,
    measured,
    comparedTo: `shell pipeline ${seconds.toFixed(1)} s`,
    ratio: seconds / ours.seconds,
    goal,
  })
  return [
    row('same AAC coder (fast)', fast, '≥ 1.3'),
    row('ffmpeg’s default coder (twoloop; a tenth measured, times ten)', twoloop, '≥ 5'),
  ]
}

function segmentTexts(book: string): string[] {
  const { stdout } = spawnSync(lectern, ['inspect', book, '--segments', '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text)
}

function timed(command: string): number {
  const began = performance.now()
  execFileSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'] })
  const seconds = (performance.now() - began) / 1000
  console.log(`${command.split(' ')[0]}: ${seconds.toFixed(1)} s`)
  return seconds
}

const memory = (what: string, done: Done): Figure => ({
  what: `peak memory, ${what}`,
  measured: `main ${megabytes(done.peakRssBytes)}, tree ${done.peakTreeBytes === null ? 'unknown' : megabytes(done.peakTreeBytes)}`,
  comparedTo: '200 MB main, 850 MB tree',
  ratio: done.peakTreeBytes === null ? null : (850 * 1024 ** 2) / done.peakTreeBytes,
  goal: '≥ 1',
})

function growth(one: Done, ten: Done): Figure {
  if (ten.segments < one.segments * 8) throw new Error('the ten copies are not ten books long')
  const main = ten.peakRssBytes / one.peakRssBytes
  const tree = (ten.peakTreeBytes ?? 0) / (one.peakTreeBytes ?? 1)
  return {
    what: `peak memory, ten copies (${ten.segments} segments)`,
    measured: `main ${megabytes(ten.peakRssBytes)}, tree ${megabytes(ten.peakTreeBytes ?? 0)}`,
    comparedTo: 'one copy',
    ratio: Math.max(main, tree),
    goal: '≤ 1.2',
  }
}

const has = (program: string): boolean => spawnSync('which', [program]).status === 0

function corpusBook(): string | null {
  if (!existsSync(corpus)) return null
  const name = readdirSync(corpus).find((file) => /robinson|crusoe|pg521/i.test(file))
  return name && statSync(join(corpus, name)).isFile() ? join(corpus, name) : null
}
