// Listening to a passage with the book's sound and without it, and what keeps it true while values change.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { createSoundPair, type PairSide, type SoundPair } from '../client/sound-pair.ts'
import { shapeOf } from '../state/open-book.ts'
import { useBook, useProject } from './use-book.ts'
import { useFace } from './use-face.ts'

export type Comparison = {
  mode: 'idle' | 'waiting' | 'playing'
  /** Which of both is heard. */
  side: PairSide
  /** Whether nothing is done to the voices: both are one. */
  isSame: boolean
  toggle(): void
  hear(side: PairSide): void
}

export function useComparison(): Comparison {
  const { connection, news } = useFace()
  const { player, selection, segments } = useBook()
  const { project } = useProject()
  const [mode, setMode] = useState<Comparison['mode']>('idle')
  const [side, setSide] = useState<PairSide>('shaped')
  /** The sound by which both were one. */
  const [sameFor, setSameFor] = useState<string | null>(null)
  const pair = useRef<SoundPair | null>(null)
  const place = useRef<string | null>(null)
  const sideNow = useRef<PairSide>('shaped')
  const turn = useRef(0)

  const stop = () => {
    turn.current += 1
    pair.current?.end()
    pair.current = null
    setMode('idle')
  }
  const segmentNow = async (): Promise<string | null> => {
    const { heard, mode: now } = player.get()
    if (heard !== null && now !== 'idle') return heard.segmentId
    return (await segments.load(selection.get().position))?.id ?? null
  }
  const start = async (segmentId: string, atSeconds: number) => {
    turn.current += 1
    const mine = turn.current
    setMode('waiting')
    const args = { projectId: project.id, segmentId }
    const passage = news.settle(await connection.call('sound.compare', args))
    if (mine !== turn.current) return
    if (passage === null) return stop()
    pair.current?.end()
    const made = createSoundPair(passage, sideNow.current, () => mine === turn.current && stop())
    pair.current = made
    place.current = segmentId
    setSameFor(passage.shaped === passage.untouched ? shape : null)
    made.setRate(player.get().rate)
    const { durationSeconds } = passage
    await made
      .play(atSeconds < durationSeconds ? atSeconds : 0)
      .then(() => mine === turn.current && setMode('playing'))
      .catch(() => mine === turn.current && stop())
  }
  const begin = async () => {
    player.pause()
    const segmentId = await segmentNow()
    if (segmentId !== null) await start(segmentId, 0)
  }

  // A value that is set while it plays is heard from the same moment on.
  const shape = shapeOf(project)
  const onShape = useEffectEvent(() => {
    const { current } = pair
    if (current !== null && place.current !== null) void start(place.current, current.seconds())
  })
  useEffect(() => onShape(), [shape])
  const onBook = useEffectEvent(() => {
    const { mode: book } = player.get()
    if (pair.current !== null && (book === 'playing' || book === 'waiting')) stop()
  })
  useEffect(() => player.subscribe(() => onBook()), [player])
  useEffect(
    () => () => {
      // What is still on its way is not played any more.
      turn.current += 1
      pair.current?.end()
    },
    [],
  )

  return {
    ...{ mode, side, isSame: sameFor === shape },
    toggle: () => (mode === 'idle' ? void begin() : stop()),
    hear(next) {
      setSide(next)
      sideNow.current = next
      pair.current?.hear(next)
    },
  }
}
