// Everything the studio screen holds of one book while it is open, and its end.
import type { CommandReply, Project, Reply, VoiceId } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { bookStart } from '../client/book-order.ts'
import { createPlayer, type Player } from '../client/player.ts'
import { createTakeSound, type TakeSound } from '../client/take-sound.ts'
import { words } from '../words.ts'
import type { ExportDrafts } from './export-draft.ts'
import { createManners, type Manners } from './manners.ts'
import type { News } from './news.ts'
import { chooseShown } from './deed-target.ts'
import { createDeskTurn, type DeskTurn } from './desk-turn.ts'
import { createFinder, type Finder } from './finder.ts'
import { createKeptPlace, type KeptPlace } from './kept-place.ts'
import { createNarration, type Narration } from './narration.ts'
import { createOpenDialog, type OpenDialog } from './open-dialog.ts'
import { mirrorProject, type ProjectMirror } from './project.ts'
import { mirrorSegments, pageSize, type SegmentPages } from './segment-pages.ts'
import { createSeenRows, type SeenRows } from './seen-rows.ts'
import { createSelection, type SelectionStore } from './selection.ts'
import { createStore, type Store } from '../client/store.ts'
import { mirrorTimelines, spanAt, type Timelines } from './timeline.ts'

export type OpenBook = {
  projectId: string
  project: ProjectMirror
  segments: SegmentPages
  seen: SeenRows
  timelines: Timelines
  selection: SelectionStore
  /** Of all that is done with its rows, from wherever on the page. */
  turn: DeskTurn
  finder: Finder
  player: Player
  narration: Narration
  /** Whether the dialog of its export is open. */
  exporting: OpenDialog
  /** Where a person is in it, over restarts. */
  place: KeptPlace
  /** What a person sets for its segments. */
  manners: Manners
  /** Takes heard by themselves, not in the book. */
  takeSound: TakeSound
  /** What is open in the panel of a segment. */
  opened: Store<{ what: 'say' | 'speak-with'; segmentId: string } | null>
  /** Seconds into the chapter being heard. */
  heardSeconds(): number
  /** Moves to a moment of a chapter; plays on if it played. */
  seekChapter(chapterId: string, seconds: number): Promise<void>
  dispose(): void
}

/** What a book asks of the page: whether a voice costs money, and what it will be exported as. */
type OpenBookTerms = {
  isPaid(voice: VoiceId): boolean
  encodingOf: ExportDrafts['encodingOf']
}

export function openBook(
  connection: Connection,
  news: News,
  { isPaid, encodingOf }: OpenBookTerms,
  projectId: string,
): OpenBook {
  const project = mirrorProject(connection, projectId)
  const segments = mirrorSegments(connection, projectId)
  const seen = createSeenRows(connection, projectId)
  const timelines = mirrorTimelines(connection, projectId)
  const selection = createSelection()
  const finder = createFinder(connection, projectId)
  const chapters = () => {
    const open = project.get()
    return open.state === 'ready' ? open.project.chapters : []
  }
  const narration = createNarration(connection, news, projectId, {
    isPaid() {
      const open = project.get()
      return open.state === 'ready' && isPaid(open.project.voice)
    },
    encodeAhead: () => encodingOf(projectId),
  })
  const spanOf = (chapterId: string, segmentId: string) =>
    timelines
      .of(chapterId)
      .get()
      ?.spans.find((span) => span.segmentId === segmentId) ?? null

  const player = createPlayer(
    {
      chapters,
      row: segments.load,
      knownSpan: async (row) => {
        await timelines.fresh(row.chapterId)
        return spanOf(row.chapterId, row.id)
      },
      prepare: (segmentId): Promise<Reply<CommandReply<'segment.prepare'>>> =>
        connection.call('segment.prepare', { projectId, segmentId }),
      movePlayhead: (segmentId) => void connection.call('playhead.move', { projectId, segmentId }),
      sound: fetchSound,
    },
    (failure) => {
      if (failure === null) news.tell(words.transport.unsupported)
      else {
        news.fail(failure)
        news.say(words.transport.passedOver)
      }
    },
  )
  const place = createKeptPlace(connection, projectId, { selection, segments, player })
  const manners = createManners(connection, news, projectId, (segmentId) => {
    const position = segments.positionOf(segmentId)
    return (position === undefined ? undefined : segments.row(position)) ?? null
  })
  const takeSound = createTakeSound(
    async (segmentId, takeId) =>
      news.settle(await connection.call('take.hear', { projectId, segmentId, takeId })),
    { pause: player.pause, rate: () => player.get().rate },
  )
  /** Where the list shows what was found and nothing else, the choice is among that; nobody's writing is left. */
  const stopStaying = finder.found.subscribe(() => {
    const { editing, splitting } = selection.get()
    if (editing === null && splitting === null) chooseShown({ selection, finder })
  })
  /** The rows have moved, and what is heard among them. */
  const follow = async () => {
    const heard = player.get().heard
    if (heard === null) return player.moved(null)
    const { segmentId } = heard
    const reply = await connection.call('segment.places', { projectId, segmentIds: [segmentId] })
    if (player.get().heard?.segmentId !== segmentId) return
    player.moved(reply.ok ? (reply.value.places[0]?.position ?? null) : null)
  }
  const stopOpening = project.subscribe(() => {
    if (project.get().state !== 'ready') return
    stopOpening()
    selection.choose(bookStart(chapters()))
    selection.follow(true)
    place.opened()
  })
  let layout: string | null = null
  let sound: string | null = null
  const stops = [
    stopOpening,
    stopStaying,
    project.subscribe(() => {
      const open = project.get()
      if (open.state === 'removed') player.pause()
      if (open.state !== 'ready') return
      const now = layoutOf(open.project)
      if (layout !== null && layout !== now) void follow()
      layout = now
      const shaped = shapeOf(open.project)
      if (sound !== null && sound !== shaped) player.reshaped()
      sound = shaped
    }),
    player.subscribe(() => {
      const { heard, mode } = player.get()
      // One voice at a time.
      const begins = mode === 'playing' || mode === 'waiting'
      if (begins && takeSound.get().mode !== 'idle') takeSound.stop()
      if (heard !== null && heard.position !== selection.get().position)
        selection.heard(heard.position)
    }),
    connection.on('segments.changed', (changed) => {
      if (changed.projectId === projectId) player.changed(changed.rows)
    }),
  ]

  return {
    projectId,
    project,
    segments,
    seen,
    timelines,
    selection,
    turn: createDeskTurn(),
    finder,
    player,
    narration,
    exporting: createOpenDialog(),
    place,
    manners,
    takeSound,
    opened: createStore<{ what: 'say' | 'speak-with'; segmentId: string } | null>(null),
    heardSeconds() {
      const { heard } = player.get()
      if (heard === null) return 0
      const span = spanOf(heard.chapterId, heard.segmentId)
      return (span?.startSeconds ?? 0) + player.secondsIntoHeard()
    },
    async seekChapter(chapterId, seconds) {
      const timeline = await timelines.fresh(chapterId)
      const chapter = chapters().find((one) => one.id === chapterId)
      const span = spanAt(timeline?.spans ?? [], seconds)
      if (timeline === null || chapter === undefined || span === undefined) return
      const position = await findPosition(segments, chapter, span.segmentId)
      if (position !== null) player.seek(position, Math.max(0, seconds - span.startSeconds))
    },
    dispose() {
      stops.forEach((stop) => stop())
      place.dispose()
      takeSound.close()
      player.dispose()
      project.dispose()
      segments.dispose()
      seen.dispose()
      timelines.dispose()
      finder.dispose()
    },
  }
}

/** Which rows are whose: with it their places change. */
const layoutOf = ({ chapters, notePlace }: Project): string =>
  `${notePlace} ${chapters
    .map(({ id, firstPosition, segments }) => `${id}@${firstPosition}+${segments}`)
    .join()}`

/** Whatever makes takes sound otherwise: the book's sound, and gains of its chapters. */
export const shapeOf = ({ sound, music, chapters }: Project): string =>
  JSON.stringify([
    sound,
    music,
    chapters.flatMap(({ id, gainDb }) => (gainDb ? [[id, gainDb]] : [])),
  ])

async function fetchSound(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.arrayBuffer()
}

/** A row's position by its id: at hand when it was shown, else looked for in its chapter. */
async function findPosition(
  segments: SegmentPages,
  chapter: { firstPosition: number; segments: number },
  segmentId: string,
): Promise<number | null> {
  const end = chapter.firstPosition + chapter.segments
  for (let at = chapter.firstPosition; at < end;) {
    const known = segments.positionOf(segmentId)
    if (known !== undefined) return known
    await segments.load(at)
    at = (Math.floor(at / pageSize) + 1) * pageSize
  }
  return segments.positionOf(segmentId) ?? null
}
