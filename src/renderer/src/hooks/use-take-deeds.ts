// What can be done with the takes of the chosen segment, with what is spoken and how: by panel and keys alike.
import { useMemo } from 'react'
import type { SegmentRow, SomeManner, TakeView, VoiceId } from '../../../contract/index.ts'
import { chosenDeeds, chosenNow, type ChosenNow, oneRow } from '../state/deed-target.ts'
import { steppedManner } from '../state/manners.ts'
import type { OpenBook } from '../state/open-book.ts'
import { chosenRows } from '../state/selection.ts'
import { isSound } from '../state/sound-checks.ts'
import { heardTake, takeName } from '../state/take-names.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import type { Face } from '../state/face.ts'
import { useFace } from './use-face.ts'

export type TakeDeeds = {
  /** What is spoken, by hand; null: by the rules again. False: it was refused. */
  say(row: SegmentRow, text: string | null): Promise<boolean>
  choose(row: SegmentRow, take: TakeView, name: string): Promise<boolean>
  /** Chooses the take beside the chosen one, round the end, and lets it be heard. */
  step(direction: 1 | -1): Promise<void>
  /** Puts the chosen take beside the next one, or changes over between two that are. */
  compare(): Promise<void>
  lock(row: SegmentRow, isLocked: boolean): Promise<void>
  /** Locks what is heard, or unlocks it. */
  toggleLock(): Promise<void>
  note(row: SegmentRow, takeId: string, note: string): Promise<void>
  speakWith(row: SegmentRow, voice: VoiceId): Promise<void>
  /** A file becomes a take of a segment and is chosen; what is no sound says so. */
  record(row: SegmentRow, files: readonly File[]): Promise<void>
  /** Of a row, and of all that are selected where it is the one that is looked at, in one change. */
  set(row: SegmentRow, set: SomeManner): Promise<boolean>
  louder(steps: number): Promise<void>
  longerPause(steps: number): Promise<void>
}

/** The same object for as long as the book is open. */
export function useTakeDeeds(): TakeDeeds {
  const face = useFace()
  const book = useBook()
  return useMemo(() => takeDeeds(face, book), [face, book])
}

export function takeDeeds(
  { connection, news, voices }: Pick<Face, 'connection' | 'news' | 'voices'>,
  book: Pick<
    OpenBook,
    'projectId' | 'finder' | 'segments' | 'selection' | 'turn' | 'manners' | 'takeSound'
  >,
): TakeDeeds {
  const { projectId, selection, turn, manners, takeSound } = book
  const { withChosen } = chosenDeeds(book, news)
  const takesOf = async ({ id: segmentId }: SegmentRow) =>
    news.settle(await connection.call('take.list', { projectId, segmentId }))
  const setChosen = async ({ row, target }: ChosenNow, set: SomeManner, said: string) => {
    if ((await manners.set(row, target, set)) !== null) news.say(said)
  }
  const lockedWords = (isLocked: boolean) => (isLocked ? words.takes.locked : words.takes.unlocked)

  const deeds: TakeDeeds = {
    async say({ id: segmentId, manner }, text) {
      const args = { projectId, segmentId, words: text }
      if (news.settle(await connection.call('segment.say', args)) === null) return false
      const { said, saidByRules } = words.takes.words
      if (manner?.isLocked) news.say(words.segments.savedLocked)
      else news.say(text === null ? saidByRules : said)
      return true
    },
    async choose({ id: segmentId }, { id: takeId }, name) {
      const args = { projectId, segmentId, takeId }
      const done = news.settle(await connection.call('take.choose', args))
      if (done !== null) news.say(words.takes.chose(name))
      return done !== null
    },
    step: (direction) =>
      withChosen(async ({ row }) => {
        const listed = await takesOf(row)
        if (listed === null) return
        const { takes } = listed
        if (takes.length < 2)
          return void news.tell(takes.length === 0 ? words.takes.noneYet : words.takes.onlyOne)
        const heard = heardTake(takes, row.status)
        const from = heard === null ? -1 : takes.indexOf(heard)
        const at = (from + direction + takes.length) % takes.length
        const take = takes[at]
        if (take === undefined) return
        const { name } = takeName(take, at, voices.get().voices)
        if (await deeds.choose(row, take, name)) takeSound.hear(row.id, take.id)
      }),
    compare: () =>
      withChosen(async ({ row }) => {
        const { segmentId, takeIds, heard, mode } = takeSound.get()
        if (segmentId === row.id && takeIds.length === 2) {
          if (mode === 'idle') takeSound.toggleCompared()
          else takeSound.change(takeIds.find((id) => id !== heard) ?? '')
          return
        }
        const listed = await takesOf(row)
        if (listed === null) return
        const { takes } = listed
        const first = heardTake(takes, row.status) ?? takes[0]
        const second = takes[(takes.findIndex(({ id }) => id === first?.id) + 1) % takes.length]
        if (first === undefined || second === undefined || first === second)
          news.tell(takes.length === 0 ? words.takes.noneYet : words.takes.onlyOne)
        else takeSound.compare(row.id, [first.id, second.id])
      }),
    async lock(row, isLocked) {
      if (await deeds.set(row, { isLocked })) news.say(lockedWords(isLocked))
    },
    toggleLock: () =>
      withChosen(async (now) => {
        if (!('takeId' in now.row.status)) return void news.tell(words.takes.noneYet)
        const isLocked = !manners.of(now.row).isLocked
        await setChosen(now, { isLocked }, lockedWords(isLocked))
      }),
    async note(row, takeId, note) {
      const takeNotes = { ...manners.of(row).takeNotes, [takeId]: note }
      if (note === '') delete takeNotes[takeId]
      await manners.set(row, oneRow(row.id), { takeNotes })
    },
    async speakWith({ id }, voice) {
      const args = { projectId, segmentIds: [id], voice }
      if (news.settle(await connection.call('segment.regenerate', args)) !== null)
        news.say(words.segments.regenerating)
    },
    async record({ id: segmentId }, [file, ...more]) {
      if (file === undefined) return
      if (more.length > 0) return void news.tell(words.takes.record.notOne)
      if (!isSound(file)) return void news.tell(words.takes.record.notSound(file.name))
      const ticket = news.settle(await connection.host.ticketForFile(file))
      if (ticket === null) return
      const args = { projectId, segmentId, ticket }
      if (news.settle(await connection.call('take.record', args)) !== null)
        news.tell(words.takes.recordingCopied(file.name))
    },
    set: (row, set) =>
      turn.deed(async () => {
        const { from, to } = chosenRows(selection.get())
        // One alone is not waited for: a value that is drawn has to follow the hand at once.
        const now = to > from ? await chosenNow(book) : null
        const isMeant = now?.row.id === row.id && now.count > 1
        return (await manners.set(row, isMeant ? now.target : oneRow(row.id), set)) !== null
      }),
    louder: (steps) =>
      withChosen(async (now) => {
        const { gainDb } = manners.of(now.row)
        const next = steppedManner('gainDb', gainDb, steps)
        if (next !== gainDb)
          await setChosen(now, { gainDb: next }, words.takes.manner.gainSet(next))
      }),
    longerPause: (steps) =>
      withChosen(async (now) => {
        const { pauseMs } = manners.of(now.row)
        const base = pauseMs ?? (await takesOf(now.row))?.bookPauseMs
        if (base === undefined) return
        const next = steppedManner('pauseMs', base, steps)
        if (next !== pauseMs)
          await setChosen(now, { pauseMs: next }, words.takes.manner.pauseSet(next))
      }),
  }
  return deeds
}
