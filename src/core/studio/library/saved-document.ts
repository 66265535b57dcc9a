// The document of a saved book: row by row into the store, then looked through as a whole before it is seen.
import {
  Project,
  ProjectChange,
  savedBookEntries,
  SavedRow,
  Segment,
} from '../../../contract/index.ts'
import { fail, FailureError } from '../../base/failure-error.ts'
import type { Schema } from '../../base/schema.ts'
import type { SavedBook } from '../../ports/saved-books.ts'
import { rowsBetween } from '../document/project-rows.ts'
import { linesOf, parsed } from './saved-text.ts'
import type { StudioContext } from '../studio-context.ts'

/** A cover is one line, and a picture may be large. */
const maxLineBytes = 64 * 1024 ** 2
/** Rows sent to the store at a time, and how much of them. */
const pieceRows = 500
const pieceCharacters = 4 * 1024 ** 2

export async function readDocument(
  { projects }: StudioContext,
  saved: SavedBook,
  projectId: string,
  signal: AbortSignal,
): Promise<void> {
  let piece: SavedRow[] = []
  let characters = 0
  const send = async () => {
    if (piece.length > 0) await projects.addRows(projectId, piece)
    piece = []
    characters = 0
  }
  for await (const line of linesOf(saved, savedBookEntries.document, maxLineBytes)) {
    signal.throwIfAborted()
    const row = parsed(line, SavedRow, saved.name)
    if (row.table === 'facts') checkFact(row, saved.name)
    piece.push(row)
    characters += line.length
    if (piece.length >= pieceRows || characters >= pieceCharacters) await send()
  }
  await send()
}

/** What undo and redo will do is looked at now: later nobody expects trouble. */
function checkFact({ row }: SavedRow, name: string): void {
  for (const json of [row['change'], row['inverse']])
    parsed(typeof json === 'string' ? json : '', ProjectChange, name)
}

/**
 * Whether the rows are a book as the contract has it: chapters one behind the other, every row in its chapter.
 * Refers to its takes, so that no sweep takes those that come. Fails with `book-damaged`.
 */
export async function checkDocument(
  context: StudioContext,
  projectId: string,
  signal: AbortSignal,
): Promise<Project> {
  const { projects, takes } = context
  const project = await sound(async () =>
    checked(Project, await projects.readUnfinished(projectId)),
  )
  let position = 0
  for (const chapter of project.chapters) {
    if (chapter.firstPosition !== position || chapter.segments < 0)
      throw damaged(`chapter ${chapter.id} begins elsewhere`)
    const before = position + chapter.segments
    let uses: { segmentId: string; takeId: string }[] = []
    const rows = rowsBetween(projects, projectId, position, before)
    await sound(async () => {
      for await (const row of rows) {
        signal.throwIfAborted()
        const { id, chapterId } = checked(Segment, row)
        if (row.position !== position || chapterId !== chapter.id)
          throw damaged(`segment ${id} is elsewhere`)
        position += 1
        for (const takeId of [row.takeId, row.pinnedTakeId])
          if (takeId !== null) uses.push({ segmentId: id, takeId })
        if (uses.length < pieceRows) continue
        await takes.refer(projectId, uses)
        uses = []
      }
    })
    if (uses.length > 0) await takes.refer(projectId, uses)
    if (position !== before) throw damaged(`chapter ${chapter.id} is not whole`)
  }
  if (position === 0) throw damaged('it has no text')
  const [more] = await projects.segments(projectId, position, 1)
  if (more) throw damaged('rows of no chapter')
  return project
}

/** The store names no file; whoever opens it does. */
const damaged = (detail: string) => fail('book-damaged', { name: '' }, detail)

function checked<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (!result.success) throw damaged(result.error.message.slice(0, 500))
  return result.data
}

/** Rows whose JSON is none make the store stumble: here that is no accident of ours. */
async function sound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isExpected = error instanceof FailureError && error.failure.code !== 'unexpected'
    if (isExpected || (error as Error).name === 'AbortError') throw error
    throw damaged(String(error))
  }
}
