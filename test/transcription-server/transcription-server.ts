// An OpenAI-compatible transcription server on 127.0.0.1 for tests: it is told what a sound says, and mishears it.
import { seeded } from '../chaos/seeded.ts'
import { openBareServer, sendJson } from '../fixtures/bare-server.ts'
import { badKey } from '../speech-server/refusals.ts'
import { sendRefusal } from '../chat-server/answer-chat.ts'
import { mishear, type Mishearing } from './mishear.ts'

export type TranscriptionServerOptions = {
  /** What a sound says. As a stand-in for sound, a file of the words themselves. */
  said?: (sound: Buffer) => string
  /** How often it errs; nothing where absent. */
  errs?: Mishearing
  seed?: number
  key?: string | null
  /** Answers with this status instead; null: as it should. */
  refuses?: { status: number; headers?: Record<string, string> } | null
  baseMs?: number
}

export type TranscriptionCall = { model: string; language: string; heard: string; bytes: number }

export type TranscriptionServer = {
  /** Ends in `/v1`. */
  address: string
  /** Every sound that was heard, in order. */
  calls: TranscriptionCall[]
  /** The others of its options stay. */
  control(changed: TranscriptionServerOptions): void
  close(): Promise<void>
}

/** Any port that is free. */
export async function openTranscriptionServer(
  start: TranscriptionServerOptions = {},
): Promise<TranscriptionServer> {
  let options = start
  const random = seeded(start.seed ?? 1)
  const calls: TranscriptionCall[] = []
  const server = await openBareServer((request, response) => {
    const { key = null, refuses = null, errs = { words: 0, names: 0 } } = options
    if (key !== null && request.headers.authorization !== `Bearer ${key}`)
      return sendRefusal(response, badKey)
    if (request.path.startsWith('/v1/models'))
      return sendJson(response, 200, { object: 'list', data: [{ id: 'whisper-loopback' }] })
    if (request.path !== '/v1/audio/transcriptions')
      return sendJson(response, 404, { detail: 'Not Found' })
    if (refuses) {
      response.writeHead(refuses.status, refuses.headers).end('{"error":{"message":"not now"}}')
      return
    }
    const answer = async () => {
      const type = request.headers['content-type'] ?? ''
      const form = await new Response(new Uint8Array(request.bytes), {
        headers: { 'content-type': type },
      }).formData()
      const file = form.get('file')
      if (!(file instanceof Blob)) return sendJson(response, 422, { detail: 'no file' })
      const sound = Buffer.from(await file.arrayBuffer())
      const said = file.type === 'audio/wav' ? '' : (options.said ?? String)(sound)
      const text = mishear(said, errs, random)
      const [model, language] = [form.get('model'), form.get('language')].map(String)
      calls.push({ model: model ?? '', language: language ?? '', heard: text, bytes: sound.length })
      // Evenly over a second.
      const words = text
        .split(' ')
        .map((word, at, { length }) => ({ word, start: at / length, end: (at + 1) / length }))
      const body = { task: 'transcribe', language: 'english', duration: 1, text, words }
      setTimeout(() => sendJson(response, 200, body), options.baseMs ?? 0)
    }
    answer().catch((error: unknown) => sendJson(response, 500, { detail: String(error) }))
  })
  return {
    address: server.url,
    calls,
    control: (changed) => void (options = { ...options, ...changed }),
    close: () => server.close(),
  }
}
