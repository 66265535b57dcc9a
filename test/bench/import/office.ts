// Documents of word processors to chapters: against mammoth and, where it is installed, against calibre.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtWorkers } from '../../fixtures/built.ts'
import { docxFile, para } from '../../fixtures/docx-file.ts'
import type { Figure } from '../figure.ts'
import { readThrough } from './reading.ts'

const corpus = join(import.meta.dirname, '../../../../shared/corpus')
const lectern = join(import.meta.dirname, '../../../bin/lectern')
const mammothOnce = join(import.meta.dirname, 'mammoth-once.js')
const rounds = 7

const others = [
  'docx/gen_time-machine.docx',
  'odt/gen_time-machine.odt',
  'rtf/gen_time-machine.rtf',
  'fb2/gen_time-machine.fb2',
  'mobi/gen_time-machine.azw3',
]

export async function benchOffice(): Promise<Figure[]> {
  if (!existsSync(corpus)) {
    console.log('office: the corpus is not there, so none of its documents is read')
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-office-'))
  try {
    const novel = join(folder, 'novel.docx')
    writeFileSync(novel, inventedNovel())
    return [
      await againstMammoth('a novel of 300,000 words', novel),
      await againstMammoth('Frankenstein', join(corpus, 'docx/gen_frankenstein.docx')),
      ...againstCalibre(folder),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As Word writes it: a paragraph in several runs, each with its properties and the session it is of. */
function inventedNovel(): Buffer {
  const words = 'It was a dark and stormy night; the rain fell in torrents, except at times '
  const run = (text: string, session: number) =>
    `<w:r w:rsidR="00${session}A1" w:rsidRPr="00B2"><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>` +
    `<w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const paragraph = (number: number) =>
    `<w:p w:rsidR="00${number}" w:rsidRDefault="00C3"><w:pPr><w:spacing w:after="0"/><w:ind w:firstLine="284"/></w:pPr>` +
    `${[1, 2, 3, 4].map((each) => run(words, number + each)).join('')}</w:p>`
  const body = Array.from({ length: 5000 }, (_, number) =>
    number % 125 === 0 ? para(`Chapter ${number / 125 + 1}`, 'Heading1') : paragraph(number),
  )
  return docxFile({ body: body.join('') })
}

type Cost = { milliseconds: number; rssMegabytes: number }

/** Both in a fresh process, as every import has one, its start and the loading of its code included. */
async function againstMammoth(name: string, path: string): Promise<Figure> {
  const ours: Cost[] = []
  const theirs: Cost[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await costOfOurs(path))
    theirs.push(costOfMammoth(path))
  }
  const best = (costs: readonly Cost[], of: keyof Cost) =>
    Math.min(...costs.map((cost) => cost[of]))
  const worded = (costs: readonly Cost[]) =>
    `${best(costs, 'milliseconds').toFixed(0)} ms, ${best(costs, 'rssMegabytes').toFixed(0)} MB`
  return {
    what: `${name} as DOCX, a process each, its start included`,
    measured: worded(ours),
    comparedTo: `mammoth ${worded(theirs)}`,
    ratio: best(theirs, 'milliseconds') / best(ours, 'milliseconds'),
    goal: '≥ 3',
  }
}

async function costOfOurs(path: string): Promise<Cost> {
  const { seconds, chapters, peakBytes } = await readThrough(path, builtWorkers.reader)
  if (chapters < 10) throw new Error(`${path} has lost its chapters`)
  return { milliseconds: seconds * 1000, rssMegabytes: (peakBytes ?? 0) / 1024 ** 2 }
}

function costOfMammoth(path: string): Cost {
  const began = performance.now()
  const said = run(process.execPath, [mammothOnce, path])
  return { milliseconds: performance.now() - began, rssMegabytes: Number(said) }
}

/** From the shell to the last chapter, each a process of its own. */
function againstCalibre(folder: string): Figure[] {
  if (spawnSync('which', ['ebook-convert']).status !== 0) {
    console.log('office: ebook-convert is not installed, so nothing is compared to it')
    return []
  }
  return others.map((name) => {
    const path = join(corpus, name)
    const ours = seconds(lectern, ['inspect', path, '--json'])
    const theirs = seconds('ebook-convert', [path, join(folder, 'book.txt')])
    return {
      what: `${name}, cold terminal`,
      measured: `${ours.toFixed(2)} s`,
      comparedTo: `ebook-convert ${theirs.toFixed(2)} s`,
      ratio: theirs / ours,
      goal: '≥ 1',
    }
  })
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`)
  return stdout
}

function seconds(program: string, args: readonly string[]): number {
  const began = performance.now()
  run(program, args)
  return (performance.now() - began) / 1000
}
