// Takes that others have made: no voice is asked for what is there, and only what is good is given away.
import { expect, it } from 'vitest'
import type { Signs } from '../../../src/contract/index.ts'
import type { SpeechRequest, VoiceProvider } from '../../../src/core/ports/speech.ts'
import type { SoundPart } from '../../../src/core/ports/codecs.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import {
  quietCodecs,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const text = 'The lamp was lit before the rain came down, and stayed so until the morning. '.repeat(
  2,
)

const silence: Signs = {
  ...{ soundSeconds: 0, leadingSeconds: 0, trailingSeconds: 0, silentSeconds: 0 },
  ...{ longestSilenceSeconds: 0, loudDb: -90, tailDb: 0, endDb: 0, clippedShare: 0, offset: 0 },
  ...{ flatness: 0, repetition: 0, repetitionLagSeconds: 0, pitchHz: null, centroidHz: 0 },
}

/** Narrates a book of one segment; what was asked, prepared, looked for and offered meanwhile. */
async function narrateOne(given: {
  found?: SoundPart
  kind?: VoiceProvider['capabilities']['kind']
  /** Answers in this order; the last one for ever. */
  answers?: readonly string[]
  /** The voice answers with takes that are prepared. */
  prepared?: boolean
}) {
  const { kind = 'server', answers = ['spoken'] } = given
  const log = { asked: [] as SpeechRequest[], prepared: [] as string[] }
  const shared = { looked: [] as string[], offered: [] as string[] }
  const quiet = quietCodecs()
  const preparedOf = async (file: string) => {
    const take = await quiet.prepare([{ file }], new AbortController().signal)
    return file === 'silent' ? { ...take, analysis: { ...take.analysis, signs: silence } } : take
  }
  const plain = voiceOf(async (request) => {
    const file = answers[Math.min(log.asked.length, answers.length - 1)] ?? ''
    log.asked.push(request)
    return given.prepared ? { file, prepared: await preparedOf(file) } : { file }
  })
  const provider: VoiceProvider = {
    ...plain,
    capabilities: { ...plain.capabilities, kind, deterministic: false },
  }
  const test = studioPorts(systemClock, {
    reader: readerOf([[text]]),
    sources: sourcesOf(provider),
    codecs: {
      ...quiet,
      async prepare([sound]) {
        const file = sound && 'file' in sound ? sound.file : ''
        log.prepared.push(file)
        return preparedOf(file)
      },
    },
    sharedTakes: {
      async find(takeId) {
        shared.looked.push(takeId)
        return given.found ?? null
      },
      offer: (takeId) => void shared.offered.push(takeId),
    },
  })
  await withOpenBook(test, async ({ narrate }) => {
    expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
  })
  return { ...shared, ...log, answered: log.asked.map(({ answer }) => answer) }
}

it('a take that somebody has made is kept, and no voice is asked', async () => {
  const { asked, prepared, looked, offered } = await narrateOne({ found: { file: 'found' } })
  expect([asked, prepared, offered]).toEqual([[], ['found'], []])
  expect(looked).toHaveLength(1)
})

it('a take that nobody has is asked for once, and offered under the name that was looked for', async () => {
  const { answered, prepared, looked, offered } = await narrateOne({})
  expect([answered, prepared]).toEqual([['1'], ['spoken']])
  expect(offered).toEqual(looked)
  expect(looked[0]).toMatch(/^[0-9a-f]{64}\.1$/)
})

it('a take of this machine’s own voices is neither looked for nor offered', async () => {
  const { answered, looked, offered } = await narrateOne({ kind: 'embedded' })
  expect([answered, looked, offered]).toEqual([['1'], [], []])
})

it('a sound that came prepared is not prepared again', async () => {
  const { prepared, offered } = await narrateOne({ prepared: true })
  expect(prepared).toEqual([])
  expect(offered).toHaveLength(1)
})

it('what is asked again for a bad take is told apart, and the good one is offered', async () => {
  const { answered, offered } = await narrateOne({ answers: ['silent', 'good'] })
  expect(answered).toEqual(['1', '1.1'])
  expect(offered).toHaveLength(1)
})

it('a take that stays bad is kept and given to nobody', async () => {
  const { answered, offered } = await narrateOne({ answers: ['silent'] })
  expect(answered.slice(0, 3)).toEqual(['1', '1.1', '1.2'])
  expect(offered).toEqual([])
})
