// Speaks one word by a server and tells what came back.
import { rm } from 'node:fs/promises'
import type { Failure, ServerCheck, SpeechServer } from '../../../contract/index.ts'
import { FailureError, failureOf } from '../../../core/base/failure-error.ts'
import type { Clock } from '../../../core/base/scope.ts'
import type { ServerProvider } from './server-provider.ts'
import { serverVoice } from './server-voice.ts'

const word = 'Hello.'
/** Where a server lists no voices: most of those know OpenAI's. */
const usualVoice = 'alloy'

/** A failure is part of the answer; aborts by the signal. */
export async function checkServer(
  server: SpeechServer,
  { provider, listing, speak }: ServerProvider,
  clock: Clock,
  signal: AbortSignal,
): Promise<ServerCheck> {
  const found = await listing.read(signal, true).catch(expected)
  const check: ServerCheck = {
    at: clock.now(),
    failure: 'code' in found ? found : null,
    latencyMs: null,
    format: null,
    sampleRate: null,
    models: 'code' in found ? [] : found.models,
    voices: 'code' in found ? [] : found.voices.map(({ name }) => name),
  }
  if (check.failure) return check
  const [first] = await provider.voices(signal)
  const voice = first ?? serverVoice(server, { name: usualVoice, label: usualVoice })
  const startedAt = clock.monotonic()
  const sound = await speak({ voice, spoken: [{ text: word }], rate: 1 }, signal).catch(expected)
  if ('code' in sound) return { ...check, failure: sound }
  await rm(sound.file, { force: true })
  const latencyMs = Math.round(clock.monotonic() - startedAt)
  return { ...check, latencyMs, format: sound.kind, sampleRate: sound.sampleRate }
}

function expected(error: unknown): Failure {
  if (error instanceof FailureError) return failureOf(error)
  throw error
}
