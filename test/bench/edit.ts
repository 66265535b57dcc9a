// A book of 50,000 rows on the desk, in the stores as the doors open them: what one deed of a person takes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProjectStore } from '../../src/core/ports/projects.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import { systemClock } from '../../src/io/clock.ts'
import { openDataFolder, type DataFolder } from '../../src/io/data-folder.ts'
import { createProjectStore } from '../../src/io/sqlite/project-store.ts'
import { openProjectsDatabase, openTakesDatabase } from '../../src/io/sqlite/open-databases.ts'
import { openStores } from '../../src/io/sqlite/stores.ts'
import { createTakeStore } from '../../src/io/sqlite/take-store.ts'
import { withOpenBook } from '../fixtures/open-book.ts'
import { promised, promisedTakes } from '../fixtures/promised.ts'
import { callsOf, type StudioCalls } from '../fixtures/studio-calls.ts'
import { silentLog } from '../fixtures/silent-log.ts'
import {
  plainVoice,
  quietCodecs,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../fixtures/studio-ports.ts'
import type { Figure } from './figure.ts'

const chapterCount = 100
const rowsOfChapter = 500
/** Every fifth row is Ann's. */
const everyNth = 5

const words = [
  'lamp',
  'harbour',
  'keeper',
  'stone',
  'morning',
  'window',
  'letter',
  'garden',
  'winter',
]
const sentence = (number: number): string =>
  `${Array.from({ length: 14 }, (_, at) => words[(number * 7 + at * at) % words.length]).join(' ')}, ` +
  `and so it was told for the ${number}th time${number % 97 === 0 ? ' by old Cholmondeley' : ''}.`

const chapters = Array.from({ length: chapterCount }, (_, chapter) =>
  Array.from({ length: rowsOfChapter }, (_unused, at) => sentence(chapter * rowsOfChapter + at)),
)

/** What a person waits for; a deed that changes the document is undone, which is measured too. */
async function deeds({ call }: StudioCalls, projectId: string): Promise<Figure[]> {
  const figures: Figure[] = []
  const timed = async <T>(what: string, goal: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const before = process.cpuUsage()
    const value = await work()
    const wall = Math.round(performance.now() - began)
    const { user, system } = process.cpuUsage(before)
    // Of both threads: what it takes on a machine that has nothing else to do.
    const measured = `${wall} ms, ${Math.round((user + system) / 1000)} ms of CPU`
    figures.push({ what: `50,000 rows: ${what}`, measured, comparedTo: '–', ratio: null, goal })
    return value
  }
  const undo = () => call('project.undo', { projectId })
  const [row] = (await call('segment.list', { projectId, from: 3, count: 1 })).rows
  const segmentId = row?.id ?? ''
  const query = (text: string) => ({ words: text, isCaseSensitive: false, isWholeWord: true })

  await timed('a text edited', '< 100 ms', () =>
    call('segment.edit', { projectId, segmentId, text: 'Quite another text of this row.' }),
  )
  await timed('a row cut near the beginning', '< 300 ms', () =>
    call('segment.split', { projectId, segmentId, at: 12 }),
  )
  await timed('that undone', '< 300 ms', undo)
  await timed('a row of every chapter taken out', '< 1 s', () =>
    call('segment.remove', {
      projectId,
      target: {
        kind: 'segments',
        segmentIds: chapters.map((_, chapter) => `c${chapter + 1}-7`),
      },
    }),
  )
  await timed('that undone', '< 1 s', undo)
  await timed('a word found that stands in most rows', '< 500 ms', () =>
    call('segment.find', { projectId, filter: { query: query('harbour') } }),
  )
  await timed('that word replaced', '–', () =>
    call('segment.replace', { projectId, query: query('harbour'), by: 'haven' }),
  )
  await timed('that undone', '–', undo)
  const ids = Array.from(
    { length: (chapterCount * rowsOfChapter) / everyNth },
    (_, at) => Math.floor((at * everyNth) / rowsOfChapter) + 1,
  ).map((chapter, at) => `c${chapter}-${(at * everyNth) % rowsOfChapter}`)
  const character = (voice: string | null) => [{ id: 'ann', name: 'Ann', voice, colour: 0 }]
  await call('cast.change', { projectId, put: character(null), remove: [] })
  await timed('10,000 rows given to a character', '< 3 s', async () => {
    for (let at = 0; at < ids.length; at += 5000)
      await call('segment.set', {
        projectId,
        target: { kind: 'segments', segmentIds: ids.slice(at, at + 5000) },
        set: { speaker: 'ann' },
      })
  })
  await timed('another voice for her', '< 3 s', () =>
    call('cast.change', { projectId, put: character('espeak:other'), remove: [] }),
  )
  await timed('that undone', '< 3 s', undo)
  const entry = (word: string) => ({
    ...{ id: word, word, say: 'chumley', isCaseSensitive: false, isWholeWord: true },
    language: null,
  })
  await timed('a rare word of the dictionary', '< 1 s', () =>
    call('dictionary.change', { projectId, put: [entry('Cholmondeley')], remove: [] }),
  )
  await timed('a common one', '< 3 s', () =>
    call('dictionary.change', { projectId, put: [entry('harbour')], remove: [] }),
  )
  await timed('where a word is said', '< 1 s', () =>
    call('dictionary.affects', { projectId, entry: entry('winter') }),
  )
  await timed('its marks listed', '< 100 ms', () => call('project.marks', { projectId }))
  await timed('what is stale, told with its price', '< 3 s', () =>
    call('speech.estimate', { projectId, scope: { kind: 'stale' } }),
  )
  return figures
}

/** Every row with a take, without waiting for the disk after each. */
async function narrated(folder: DataFolder): Promise<string> {
  const projects = openProjectsDatabase(folder.projectsDatabase)
  const takes = openTakesDatabase(folder.takesDatabase)
  for (const database of [projects, takes]) database.pragma('synchronous = OFF')
  let narratedId = ''
  try {
    const given = {
      ...portsIn(folder),
      projects: promised<ProjectStore>(createProjectStore(projects)),
      takes: promisedTakes(createTakeStore(takes, Date.now)),
    }
    await withOpenBook(studioPorts(systemClock, given), async ({ projectId, narrate }) => {
      const { state, failed } = await narrate()
      if (state !== 'done' || failed > 0) throw new Error(`narrated as ${state}, ${failed} failed`)
      narratedId = projectId
    })
  } finally {
    projects.close()
    takes.close()
  }
  return narratedId
}

function portsIn(folder: DataFolder) {
  let sounds = 0
  const speak = async () => {
    sounds += 1
    const file = join(folder.spool, `${sounds}.flac`)
    writeFileSync(file, new Uint8Array(100))
    return { file }
  }
  const voices = ['plain', 'other'].map((name) => ({ ...plainVoice, id: `espeak:${name}`, name }))
  const provider = { ...voiceOf(speak), voices: async () => voices }
  return { reader: readerOf(chapters), codecs: quietCodecs(), sources: sourcesOf(provider) }
}

export async function benchEdit(): Promise<Figure[]> {
  const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-bench-')))
  try {
    const projectId = await narrated(folder)
    const entry = new URL('../../src/workers/store.ts', import.meta.url)
    const stores = await openStores({ entry, folder, door: 'bench', log: silentLog })
    const { projects, takes } = stores
    const { ports, options } = studioPorts(systemClock, { ...portsIn(folder), projects, takes })
    const studio = await openStudio(ports, options)
    try {
      return await deeds(callsOf(studio), projectId)
    } finally {
      await studio.close()
      await stores.close()
    }
  } finally {
    rmSync(folder.root, { recursive: true })
  }
}
