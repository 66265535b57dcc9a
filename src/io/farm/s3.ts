// The only importer of aws4fetch, which is loaded when a store of takes is set: objects of a store that speaks S3.
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { TakeStore } from '../../contract/index.ts'
import { codeOf, isThereAlready, takeUrl, type StoreAnswer } from './take-place.ts'

export type S3Answer = StoreAnswer & {
  /** Null where there is no such take, or it is too long. */
  bytes: Uint8Array | null
}

export type S3 = {
  /** At most `most` bytes are read. Rejects where no answer comes. */
  get(takeId: string, most: number, signal: AbortSignal): Promise<S3Answer>
  /** Where the store understands it, what is there already stays. Rejects where no answer comes. */
  put(takeId: string, bytes: Uint8Array, signal: AbortSignal): Promise<S3Answer>
}

/** An error is told in a few lines. */
const longestError = 16 * 1024

/** Asks for nothing. */
export function connectS3(store: TakeStore, secretAccessKey: string): S3 {
  const { region, accessKeyId } = store
  // It asks once: whether and when to ask again is decided above, and never by waiting.
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })
  let understandsConditions = true

  const ask = async (takeId: string, init: RequestInit): Promise<Response> => {
    const url = takeUrl(store, takeId)
    if (url === null) throw new Error('no id of a take')
    // Elsewhere nothing is asked: what is signed is for this place alone.
    return client.fetch(url, { ...init, redirect: 'manual' })
  }
  const refused = async (deed: 'find' | 'offer', answer: Response): Promise<S3Answer> => {
    const told = await readBounded(answer, longestError)
    const code = codeOf(Buffer.from(told ?? []).toString('utf8'))
    return { deed, status: answer.status, code, bytes: null }
  }
  return {
    async get(takeId, most, signal) {
      const answer = await ask(takeId, { method: 'GET', signal })
      if (answer.status !== 200) return refused('find', answer)
      return { deed: 'find', status: 200, code: '', bytes: await readBounded(answer, most) }
    },
    async put(takeId, bytes, signal) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      const put = (headers: Record<string, string>) =>
        ask(takeId, {
          method: 'PUT',
          // Signed with the rest, so that what was damaged on its way is refused.
          headers: { 'content-type': 'audio/flac', 'x-amz-content-sha256': digest, ...headers },
          body: Buffer.from(bytes),
          signal,
        })
      let answer = await put(understandsConditions ? { 'if-none-match': '*' } : {})
      if (answer.status === 501 && understandsConditions) {
        understandsConditions = false
        await answer.body?.cancel()
        answer = await put({})
      }
      if (!answer.ok && !isThereAlready(answer.status)) return refused('offer', answer)
      await answer.body?.cancel()
      return { deed: 'offer', status: answer.status, code: '', bytes: null }
    },
  }
}

/** Null for what is longer, of which no more is read. */
export async function readBounded(answer: Response, most: number): Promise<Uint8Array | null> {
  const { body } = answer
  if (!body) return new Uint8Array(0)
  if (Number(answer.headers.get('content-length') ?? 0) > most) {
    await body.cancel()
    return null
  }
  const parts: Uint8Array[] = []
  let length = 0
  // Leaving the loop ends the line.
  for await (const part of body) {
    length += part.length
    if (length > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}
