// Where a person is in the open book, kept by the studio as they go, and found again when it reopens.
import { after } from '../client/after.ts'
import type { Connection } from '../client/connection.ts'
import type { Player } from '../client/player.ts'
import type { SegmentPages } from './segment-pages.ts'
import type { SelectionStore } from './selection.ts'
import { createStore, type Store } from '../client/store.ts'

/** Whoever steps through rows with a key held down is kept where they stop. */
const settledMs = 400

export type KeptPlace = {
  /** The side panel that is open; names are the studio screen's. */
  panel: Store<string>
  /** The book is there, and its start is chosen. */
  opened(): void
  /** Keeps what is not kept yet. */
  dispose(): void
}

export function createKeptPlace(
  connection: Connection,
  projectId: string,
  {
    selection,
    segments,
    player,
  }: {
    selection: SelectionStore
    segments: Pick<SegmentPages, 'load'>
    player: Pick<Player, 'get' | 'setRate' | 'subscribe'>
  },
): KeptPlace {
  const panel = createStore('')
  const known = connection.call('place.read', { projectId })
  let cancel: (() => void) | null = null
  let kept = ''
  let isOpen = false

  const keep = async () => {
    cancel = null
    const { position } = selection.get()
    const { rate } = player.get()
    const row = await segments.load(position)
    if (row === null) return
    const place = { segmentId: row.id, position, panel: panel.get(), rate }
    if (JSON.stringify(place) === kept) return
    kept = JSON.stringify(place)
    // Not told: a place that is not kept costs a person a glance.
    await connection.call('place.keep', { projectId, place })
  }
  const moved = () => {
    if (!isOpen) return
    cancel?.()
    cancel = after(settledMs, () => void keep())
  }
  const restore = async () => {
    const start = selection.get().reveal
    const reply = await known
    const place = reply.ok ? reply.value.place : null
    // Whoever was quicker than the answer stays where they went.
    if (place !== null && selection.get().reveal === start) {
      selection.choose(place.position)
      selection.follow(true)
    }
    if (place !== null) {
      if (panel.get() === '') panel.set(place.panel)
      if (player.get().rate === 1) player.setRate(place.rate)
      kept = JSON.stringify(place)
    }
    isOpen = true
  }
  const stops = [selection, panel, player].map((store) => store.subscribe(moved))
  return {
    panel,
    opened: () => void restore(),
    dispose() {
      stops.forEach((stop) => stop())
      if (cancel === null) return
      cancel()
      void keep()
    },
  }
}
