// One request to one address, and its sound in the spool. No second try: that is for the core to say.
import type { SpeechServer, SpokenPart } from '../../../contract/index.ts'
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import type { Clock } from '../../../core/base/scope.ts'
import type { SpokenSound } from '../../../core/ports/speech.ts'
import { openDeadlines } from '../../servers/deadlines.ts'
import type { ServerClient, SpeechBody } from '../../servers/openai-client.ts'
import { readRateLimits } from '../../servers/rate-limits.ts'
import { failureOfAnswer, type Asked } from '../../servers/server-failure.ts'
import { troubleOfServer } from '../../servers/trouble.ts'
import { spoolSound, type Spooled } from './spool-sound.ts'

export type ServerSpeech = {
  server: SpeechServer
  client: ServerClient
  /** Kept out of every failure. */
  key: string | null
  voice: { id: string; name: string }
  spoken: readonly SpokenPart[]
  rate: number
  style?: string
  spool: string
  clock: Clock
  /** How long all of it may take. */
  wholeMs: number
  /** Whether the address has not answered yet: then it may have a model to load. */
  isFirst: boolean
}

export type ServerSound = SpokenSound &
  Pick<Extract<Spooled, { file: string }>, 'kind' | 'sampleRate'>

const firstByteMs = 30_000
const firstAnswerMs = 180_000
const idleMs = 30_000
/** What every voice speaks, about, so that long texts get more time. */
const charactersPerSecond = 15
const msPerPredictedSecond = 5_000

/**
 * Fails with `server-*`, `voice-timeout`, `voice-unknown`, `key-refused`, `quota-spent`, `model-gone`,
 * `sound-refused`, `disk-full`, `folder-not-writable`; aborts by the signal.
 */
export async function speakByServer(
  speech: ServerSpeech,
  signal: AbortSignal,
): Promise<ServerSound> {
  const { server, client, clock, voice, rate, style = '', spool, isFirst } = speech
  const input = textOf(speech.spoken, server)
  const asked: Asked = {
    server: server.name,
    model: server.model,
    voice: voice.id,
    text: input,
    key: speech.key,
  }
  const deadlines = openDeadlines(clock, speech.wholeMs, signal)
  const predictedSeconds = input.length / charactersPerSecond / rate
  const untilFirstByte = firstByteMs + predictedSeconds * msPerPredictedSecond
  deadlines.next(isFirst ? Math.max(firstAnswerMs, untilFirstByte) : untilFirstByte)
  try {
    const body = bodyOf(server, voice.name, input, { rate, style })
    const response = await client.speak(body, deadlines.signal)
    const limits = readRateLimits(response, clock.now())
    const spooled = await spoolSound(response.body ?? empty(), {
      spool,
      rawRate: server.format === 'pcm' ? rawRateOf(server, response.headers) : null,
      onPiece: () => deadlines.next(idleMs),
    })
    if (spooled.kind === 'too-long')
      throw fail('sound-refused', { voice: voice.id, flag: 'runaway' })
    if (spooled.kind === 'none') {
      const said = Buffer.from(spooled.head).toString('utf8')
      const answer = { status: response.status, headers: response.headers, body: said }
      throw new FailureError(failureOfAnswer(answer, asked, clock.now()))
    }
    const requestId = response.headers.get('x-request-id')
    return { ...spooled, ...(requestId && { requestId }), ...(limits && { limits }) }
  } catch (error) {
    throw troubleOf(error, asked, { signal, struckMs: deadlines.struck(), now: clock.now() })
  } finally {
    deadlines.close()
  }
}

/** What to throw for what was caught while a voice was asked. */
export const troubleOf = (
  error: unknown,
  asked: Asked,
  how: { signal: AbortSignal; struckMs: number | null; now: number },
): unknown =>
  troubleOfServer(error, asked, how, (seconds) =>
    fail('voice-timeout', { voice: asked.voice, seconds }),
  )

function bodyOf(
  server: SpeechServer,
  voice: string,
  input: string,
  { rate, style }: { rate: number; style: string },
): SpeechBody {
  const { model, kind } = server
  const instructions = [server.instructions, style].filter((words) => words !== '').join('\n')
  return {
    model,
    input,
    voice,
    response_format: server.format,
    ...(rate !== 1 && { speed: Math.min(4, Math.max(0.25, rate)) }),
    ...(instructions !== '' && takesInstructions(server) && { instructions }),
    // Streaming, it answers before it speaks, and drops what then fails.
    ...(kind === 'kokoro-fastapi' && { stream: false as const }),
  }
}

/** These two models refuse them. */
const takesInstructions = ({ model }: SpeechServer): boolean => !model.startsWith('tts-1')

/** Whether a line may be told how it is spoken: OpenAI's own models, and those that a person instructs anyway. */
export const understandsStyles = (server: SpeechServer): boolean =>
  takesInstructions(server) && (server.kind === 'openai' || server.instructions !== '')

/** One line of text; phonemes are for engines. Orpheus stumbles over curly quotes. */
export function textOf(
  spoken: readonly SpokenPart[],
  { kind }: Pick<SpeechServer, 'kind'>,
): string {
  const text = spoken
    .map((part) => ('text' in part ? part.text : ' '))
    .join('')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
  if (kind !== 'orpheus') return text
  return text.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟«»]/g, '"')
}

const usualRawRate = 24_000

/** openedai-speech alone says its rate, and another one by model. */
function rawRateOf({ kind, model }: SpeechServer, headers: Pick<Headers, 'get'>): number {
  const said = /rate=(\d{4,6})\b/.exec(headers.get('content-type') ?? '')?.[1]
  if (said !== undefined) return Number(said)
  return kind === 'openedai-speech' && model === 'tts-1' ? 22_050 : usualRawRate
}

// oxlint-disable-next-line require-yield -- an answer without a body has no bytes
async function* empty(): AsyncGenerator<Uint8Array> {}
