// What is encoded before an export is asked for: never while a voice of this machine speaks.
import { describe, expect, it } from 'vitest'
import type { CommandArgs } from '../../../src/contract/index.ts'
import type { Encoding } from '../../../src/core/ports/codecs.ts'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import {
  quietCodecs,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const reader = readerOf([['One.', 'Two.'], ['Three.'], ['Four.']])

/** Codecs that note how they are asked to encode, and whether a segment was being spoken then. */
function watched(kind: 'embedded' | 'server', workers = 2) {
  const codecs = quietCodecs()
  const asked: { encoding: Encoding; isSpeaking: boolean }[] = []
  const more: (() => void)[] = []
  let speaking = 0
  const { encode } = codecs
  codecs.encode = (groups, encoding, signal) => {
    asked.push({ encoding, isSpeaking: speaking > 0 })
    more.splice(0).forEach((look) => look())
    return encode(groups, encoding, signal)
  }
  const voice = voiceOf(async ({ spoken }) => {
    speaking += 1
    await Promise.resolve()
    speaking -= 1
    return { file: `spoken-${JSON.stringify(spoken)}` }
  })
  const provider: VoiceProvider = { ...voice, capabilities: { ...voice.capabilities, kind } }
  const given = { reader, codecs, sources: sourcesOf(provider), workers }
  const hasAsked = async (count: number) => {
    while (asked.length < count) await new Promise<void>((resolve) => more.push(resolve))
  }
  return { ports: studioPorts(systemClock, given), asked, hasAsked }
}

type Ahead = CommandArgs<'speech.start'>['encodeAhead']

const narrate = async ({ call, end, projectId }: OpenBook, encodeAhead: Ahead) =>
  end((await call('speech.start', { projectId, scope: { kind: 'ticked' }, encodeAhead })).jobId)

describe('a book that was spoken on this machine', () => {
  it('is encoded when it is spoken, for all that is wished of its encoding', async () => {
    const { ports, asked, hasAsked } = watched('embedded')
    await withOpenBook(ports, async (book) => {
      await narrate(book, { format: 'mp3', quality: 5 })
      await hasAsked(3)
      expect(asked).toEqual(
        Array.from({ length: 3 }, () => ({
          ...{ encoding: { codec: 'mp3', quality: 5 }, isSpeaking: false },
        })),
      )
    })
  })

  it('is encoded like its last export, or as an M4B', async () => {
    const { ports, asked, hasAsked } = watched('embedded')
    await withOpenBook(ports, async (book) => {
      await narrate(book, 'usual')
      await hasAsked(3)
      expect(asked[0]?.encoding).toEqual({ codec: 'aac', bitRate: 64_000 })
      const ticket = book.studio.tickets.issue('target', '/nowhere/book.opus')
      const { projectId, call, end } = book
      const wish = { projectId, ticket, format: 'opus', kilobits: 24 } as const
      await end((await call('export.start', wish)).jobId)
      const before = asked.length
      await narrate(book, 'usual')
      await hasAsked(before + 3)
      expect(asked.at(-1)?.encoding).toEqual({ codec: 'opus', bitRate: 24_000 })
    })
  })

  it('is encoded in the sound that ACX asks for, where that is wished', async () => {
    const { ports, asked, hasAsked } = watched('embedded')
    await withOpenBook(ports, async (book) => {
      await narrate(book, { format: 'mp3', acx: true })
      await hasAsked(3)
      expect(asked[0]?.encoding).toEqual({ codec: 'mp3', bitRate: 192_000 })
    })
  })
})

it('a single codec is not taken by whole chapters that nobody asked for', async () => {
  const { ports, asked, hasAsked } = watched('embedded', 1)
  await withOpenBook(ports, async (book) => {
    await narrate(book, { format: 'mp3' })
    await narrate(book, { format: 'm4b' })
    await hasAsked(3)
    expect(new Set(asked.map(({ encoding }) => encoding.codec))).toEqual(new Set(['aac']))
  })
})

it('a book that a server speaks is encoded by the end of its narration', async () => {
  const { ports, asked } = watched('server')
  await withOpenBook(ports, async (book) => {
    await narrate(book, { format: 'm4b' })
    expect(asked).toHaveLength(3)
  })
})
