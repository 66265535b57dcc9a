// One request for speech, from its body to the last byte of its answer.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { digestJson } from '../../src/core/base/digest.ts'
import type { Behaviour } from './behaviours.ts'
import { packs, resampled, type Packed } from './containers.ts'
import { deliver } from './deliver.ts'
import type { createProfileDesk } from './profile-desk.ts'
import { badRequest, unknownVoice, type Refusal } from './refusals.ts'
import type { RequestLog } from './request-log.ts'
import { strangerId, voiceIdOf } from './served-voices.ts'
import { embeddedVoices, type SoundSource } from './sound-source.ts'
import { readSpeechRequest, type SpeechBody } from './speech-request.ts'
import { sampleRate } from './tone.ts'

/** Plain answers that were given, by what was asked: asked for again they cost nothing, and keep to their time. */
export type KeptAnswers = Map<string, Packed>
const mostKept = 1_000

export type SpeechDesk = {
  profiles: ReturnType<typeof createProfileDesk>
  log: RequestLog
  source: SoundSource
  kept: KeptAnswers
  timeScale: number
}

export function sendRefusal(
  response: ServerResponse,
  { status, headers, body }: Refusal,
  more: Readonly<Record<string, string>> = {},
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', ...more, ...headers })
  response.end(text)
}

/** Never rejects because of whoever asked; a rejection is a bug of the server. */
export async function answerSpeech(
  request: IncomingMessage,
  response: ServerResponse,
  { profiles, log, source, kept, timeScale }: SpeechDesk,
): Promise<void> {
  const gone = new AbortController()
  let isCut = false
  response.once('close', () => gone.abort())
  log.sawKey(request.headers.authorization)
  const read = await readSpeechRequest(request).catch(() => null)
  if (!read) return
  if ('refusal' in read) return sendRefusal(response, read.refusal)
  const { body } = read
  const { model, voice, input: text } = body
  const header = request.headers['x-profile']?.toString()
  const { profile, behaviour, pace } = profiles.choose({ header, model, text })
  const entry = log.begin({ model, voice, profile, text })
  response.once('close', () => {
    if (!response.writableFinished && !isCut) entry.abort()
  })

  let leave = () => {}
  const refuse = (refusal: Refusal, headers?: Readonly<Record<string, string>>) => {
    const { retryAfterScale = 1 } = profiles.options
    log.refused(refusal.headers ?? {}, retryAfterScale)
    entry.record.status = refusal.status
    sendRefusal(response, refusal, headers)
  }
  try {
    const admission = await pace(gone.signal)
    leave = admission.leave
    if (admission.refusal) return refuse(admission.refusal)
    const { retryAfterSeconds } = profiles.options
    const more = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
    if (behaviour.refuse) return refuse(behaviour.refuse({ model, voice, ...more }))
    const made = await keptSound(kept, body, behaviour, source)
    if ('status' in made) return refuse(made, admission.headers)
    const how = behaviour.deliver ?? 'whole'
    if (how !== 'no-answer' && how !== 'reset') entry.record.status = 200
    await deliver(how, made, response, {
      headers: admission.headers ?? {},
      timeScale,
      signal: gone.signal,
      onCut: () => (isCut = true),
    })
  } catch (error) {
    if (!gone.signal.aborted) throw error
  } finally {
    leave()
    entry.end()
  }
}

async function keptSound(
  kept: KeptAnswers,
  body: SpeechBody,
  behaviour: Behaviour,
  source: SoundSource,
): Promise<Packed | Refusal> {
  const { pack, spoil, isStranger, ignoresSpeed, deliver: how } = behaviour
  if (pack || spoil || isStranger || ignoresSpeed || how) return makeSound(body, behaviour, source)
  const { input, model, voice, response_format: format, speed, instructions = '' } = body
  const asked = digestJson([input, model, voice, format, speed, instructions])
  const known = kept.get(asked)
  if (known) return known
  const made = await makeSound(body, behaviour, source)
  if (!('status' in made) && kept.size < mostKept) kept.set(asked, made)
  return made
}

const nothing: Packed = { contentType: 'audio/wav', bytes: Buffer.alloc(0) }

async function makeSound(
  { input: text, voice, speed, response_format: format }: SpeechBody,
  behaviour: Behaviour,
  source: SoundSource,
): Promise<Packed | Refusal> {
  if (behaviour.deliver === 'reset' || behaviour.deliver === 'no-answer') return nothing
  const id = voiceIdOf(voice, embeddedVoices)
  if (id === null) return unknownVoice(voice)
  const pack = behaviour.pack ?? (Object.hasOwn(packs, format) ? packs[format] : undefined)
  if (!pack) return badRequest(`${format} is not offered.`, 'invalid_response_format')
  const spoken = await source.speak({
    text,
    voice: behaviour.isStranger ? strangerId : id,
    rate: behaviour.ignoresSpeed ? 1 : speed,
  })
  const sound = resampled(spoken, sampleRate)
  const { spoil } = behaviour
  return pack(spoil ? { ...sound, samples: spoil(sound.samples, sound.sampleRate) } : sound)
}
