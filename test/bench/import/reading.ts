// Reads a file through the real reader's process and tells what it cost: wall time and the child's peak memory.
import { readFileSync } from 'node:fs'
import { defaultSettings } from '../../../src/contract/index.ts'
import { createBookReader } from '../../../src/io/books/book-reader.ts'
import { systemClock } from '../../../src/io/clock.ts'
import type { Launch } from '../../../src/io/process/channel.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'

export type Reading = {
  seconds: number
  chapters: number
  characters: number
  /** Of the reader's process; null where the system does not tell. */
  peakBytes: number | null
}

const source = new URL('../../../src/workers/reader.ts', import.meta.url)

const peakOf = (pid: number | undefined): number | null => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return null
  }
}

export async function readThrough(path: string, entry = source): Promise<Reading> {
  let peakBytes: number | null = null
  const launch: Launch = (address, options) => {
    const channel = forkProcess(address, options)
    channel.onMessage(() => (peakBytes = peakOf(channel.pid) ?? peakBytes))
    return channel
  }
  const reader = createBookReader({
    launch,
    entry,
    clock: systemClock,
    settings: defaultSettings,
  })
  const began = performance.now()
  let chapters = 0
  let characters = 0
  for await (const event of reader.read(path, new AbortController().signal)) {
    if (event.kind !== 'chapter') continue
    chapters += 1
    for (const { text } of event.chapter.blocks) characters += text.length
  }
  return { seconds: (performance.now() - began) / 1000, chapters, characters, peakBytes }
}

export const megabytes = (bytes: number | null): string =>
  bytes === null ? 'unknown' : `${(bytes / 1024 ** 2).toFixed(0)} MB`
