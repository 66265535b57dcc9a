// The person's transcription server, kept in a file and asked when it is needed.
import { z } from 'zod'
import { Transcriber, TranscriberCheck, type TranscriberView } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { Heard, SoundToHear, TranscriberInUse } from '../../core/ports/transcribers.ts'
import { openDeadlines } from '../servers/deadlines.ts'
import { openKeptServer, type KeptServerOptions } from '../servers/kept-server.ts'
import { readRateLimits } from '../servers/rate-limits.ts'
import type { Connected } from '../servers/server-connections.ts'
import { troubleOfModel } from '../servers/trouble.ts'
import { silence } from './silence.ts'

export type TranscriptionServerOptions = Pick<
  KeptServerOptions<Transcriber, TranscriberInUse>,
  'path' | 'keys' | 'clock' | 'concurrency'
>

/** The server alone: what is on the disk is chosen elsewhere. Each fails as the port says of a server. */
export type OpenedTranscriptionServer = {
  view(): Promise<Omit<TranscriberView, 'onDisk'>>
  set(transcriber: Transcriber | null): Promise<void>
  setKey(key: string | null): Promise<void>
  check(signal: AbortSignal): Promise<void>
  inUse(): TranscriberInUse | null
  close(): Promise<void>
}

const wholeMs = 300_000

/** OpenAI's shape; what a server adds is passed over. */
const Transcription = z.looseObject({
  text: z.string(),
  words: z
    .array(z.looseObject({ word: z.string(), start: z.number(), end: z.number() }))
    .nullish()
    .catch(null),
})

/** Opens nothing but its file; the server is connected with when it is asked for something. */
export function openTranscriptionServer(
  options: TranscriptionServerOptions,
): OpenedTranscriptionServer {
  const kept = openKeptServer<Transcriber, TranscriberInUse>({
    ...options,
    keyId: 'transcription server',
    missing: 'no-transcriber',
    parse: (found) => Transcriber.safeParse(found).data ?? null,
    parseCheck: (found) => TranscriberCheck.safeParse(found).data ?? null,
    use({ address, model, price }, label, connections) {
      return {
        ...{ label, model, price },
        hear: (sound, signal) =>
          connections.use(address, (connected) =>
            hear({ label, model, clock: options.clock }, connected, sound, signal),
          ),
      }
    },
    tryOut: ({ model }, label, connected, signal) => {
      const sound = { wav: silence(), language: 'en' }
      return hear({ label, model, clock: options.clock }, connected, sound, signal)
    },
  })
  return {
    async view() {
      const { server: transcriber, ...rest } = await kept.view()
      return { transcriber, ...rest }
    },
    set: kept.set,
    setKey: kept.setKey,
    check: kept.check,
    inUse: kept.inUse,
    close: kept.close,
  }
}

type Sent = SoundToHear | { wav: Uint8Array; language: string }

async function hear(
  { label, model, clock }: { label: string; model: string; clock: Clock },
  { client, key }: Connected,
  sound: Sent,
  signal: AbortSignal,
): Promise<Heard> {
  const deadlines = openDeadlines(clock, wholeMs, signal)
  try {
    const file =
      'flac' in sound
        ? { bytes: sound.flac, name: 'take.flac', type: 'audio/flac' }
        : { bytes: sound.wav, name: 'silence.wav', type: 'audio/wav' }
    const wish = { model, language: sound.language.split('-')[0] ?? '', file }
    const { body, headers } = await client.transcribe(wish, deadlines.signal)
    const read = Transcription.safeParse(body).data
    if (!read) throw fail('server-failed', { server: label, status: 200 }, 'no transcription')
    const limits = readRateLimits({ headers }, clock.now())
    const words = read.words?.map(({ word, start, end }) => ({ word, start, end }))
    return { text: read.text, ...(words && { words }), ...(limits && { limits }) }
  } catch (error) {
    const asked = { server: label, model, voice: '', text: '', key }
    throw troubleOfModel(error, asked, { signal, struckMs: deadlines.struck(), now: clock.now() })
  } finally {
    deadlines.close()
  }
}
