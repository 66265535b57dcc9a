// The speech server itself: an OpenAI-compatible door on 127.0.0.1 that misbehaves as it is told.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerSpeech, sendRefusal } from './answer-speech.ts'
import type { ControlOptions, SpeechServerOptions } from './options.ts'
import { createProfileDesk } from './profile-desk.ts'
import type { ProfileName } from './profiles.ts'
import { internalError } from './refusals.ts'
import { createRequestLog, type Stats } from './request-log.ts'
import { listModels, listVoices, listVoicesElsewhere, voiceIdOf } from './served-voices.ts'
import { createVoiceSource, embeddedVoices, toneSource } from './sound-source.ts'

export type SpeechServer = {
  port: number
  /** Speaks texts beforehand, so that serving them costs nothing. */
  prepare(texts: readonly string[], voice?: string): Promise<void>
  /** Null: by the model's name again. Earlier options and the counts of tries are forgotten. */
  control(profile: ProfileName | null, options?: ControlOptions): void
  stats(): Stats
  /** As it was started; what has been spoken is kept. */
  reset(): void
  /** Cuts what is under way. */
  close(): Promise<void>
}

/** No more than this at once are let in. */
const maxConnections = 512

/** Rejects when the port is taken. */
export async function createSpeechServer(options: SpeechServerOptions): Promise<SpeechServer> {
  const { sound = 'voice', soundFolder, timeScale = 1 } = options
  const source = sound === 'tone' ? toneSource : createVoiceSource(soundFolder)
  const profiles = createProfileDesk(options)
  const log = createRequestLog()
  const desk = { profiles, log, source, kept: new Map(), timeScale }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const { voiceList = 'strings' } = profiles.options
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /v1/audio/speech':
        answerSpeech(request, response, desk).catch((error: unknown) => {
          console.error(error)
          if (response.headersSent) response.destroy()
          else sendRefusal(response, internalError)
        })
        return
      case 'GET /v1/models':
        return sendJson(response, { status: 200, body: listModels() })
      case 'GET /v1/audio/voices':
        return sendJson(response, listVoices(voiceList, url.searchParams.get('model')))
      case 'GET /v1/voices':
        return sendJson(response, listVoicesElsewhere(voiceList))
      default:
        return sendJson(response, { status: 404, body: { detail: 'Not Found' } })
    }
  })
  server.maxConnections = maxConnections
  // Longer than any client keeps a connection that it does not use, so that the client is who ends it.
  server.keepAliveTimeout = 120_000
  server.on('connection', log.opened)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  }).catch(async (error: unknown) => {
    await source.close()
    throw error
  })

  return {
    port: (server.address() as AddressInfo).port,
    async prepare(texts, voice = 'alloy') {
      const id = voiceIdOf(voice, embeddedVoices)
      if (id === null) throw new Error(`the server has no voice ${voice}`)
      for (const text of texts) await source.speak({ text, voice: id, rate: 1 })
    },
    control: (profile, changed = {}) => profiles.set(profile, changed),
    stats: log.read,
    reset() {
      profiles.reset()
      log.clear()
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await source.close()
    },
  }
}

const sendJson = (response: ServerResponse, answer: { status: number; body: unknown }): void => {
  response.writeHead(answer.status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer.body))
}
