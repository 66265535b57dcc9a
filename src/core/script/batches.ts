// Items in reading order → calls: as many as a call may have, no scene cut that one call could hold.
import type { ScriptItem } from './script-item.ts'
import { tokensOf } from './tokens.ts'

export type BatchLimits = {
  /** Items of one call, at most. */
  items: number
  /** Tokens of what is shown in one call; a single item may have more. */
  tokens: number
}

/** So full a call goes out rather than take in a scene that does not fit whole. */
const fullEnough = 0.5

export function batchesOf(items: readonly ScriptItem[], limits: BatchLimits): ScriptItem[][] {
  const batches: ScriptItem[][] = []
  let batch: ScriptItem[] = []
  let tokens = 0
  const flush = () => {
    if (batch.length > 0) batches.push(batch)
    batch = []
    tokens = 0
  }
  const sizes = items.map(sizeOf)
  for (const [index, item] of items.entries()) {
    const size = sizes[index] ?? 0
    if (item.scene !== items[index - 1]?.scene) {
      const scene = sceneFrom(items, sizes, index)
      const isHeld = scene.count <= limits.items && scene.tokens <= limits.tokens
      const fits =
        batch.length + scene.count <= limits.items && tokens + scene.tokens <= limits.tokens
      const isFull =
        batch.length >= limits.items * fullEnough || tokens >= limits.tokens * fullEnough
      if (isHeld && !fits && isFull) flush()
    }
    if (batch.length >= limits.items || tokens + size > limits.tokens) flush()
    batch.push(item)
    tokens += size
  }
  flush()
  return batches
}

/** With the lines beside it, most of which neighbours share. */
const sizeOf = (item: ScriptItem): number =>
  tokensOf(JSON.stringify(item.shown)) +
  Math.ceil([...item.before, ...item.after].reduce((sum, { text }) => sum + tokensOf(text), 0) / 2)

function sceneFrom(items: readonly ScriptItem[], sizes: readonly number[], from: number) {
  let count = 0
  let tokens = 0
  for (let at = from; items[at]?.scene === items[from]?.scene && at < items.length; at += 1) {
    count += 1
    tokens += sizes[at] ?? 0
  }
  return { count, tokens }
}
