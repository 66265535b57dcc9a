// A client without any cleverness: what came over the wire, and how it ended.
import { readWavHeader } from '../../src/core/audio/read-wav-header.ts'
import type { Sound } from './tone.ts'

export type Answer = {
  status: number
  headers: Headers
  bytes: Buffer
  /** `cut`: the connection broke while the body came. */
  end: 'whole' | 'cut'
}

export const sentence =
  'The keeper counted the waves, wrote their number down, and slept before the lamp was out.'

type Asked = { input?: string; model?: string; voice?: unknown; speed?: number }

/** Null when the connection broke before there was any answer. */
export async function askSpeech(
  port: number,
  asked: Asked & { response_format?: string } = {},
  init: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Answer | null> {
  const body = { input: sentence, model: 'm', voice: 'alloy', response_format: 'wav', ...asked }
  let response: Response
  try {
    response = await fetch(`http://127.0.0.1:${port}/v1/audio/speech`, {
      method: 'POST',
      body: JSON.stringify(body),
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
    })
  } catch (error) {
    if (init.signal?.aborted) throw error
    return null
  }
  const { status, headers } = response
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of response.body ?? []) chunks.push(chunk as Uint8Array)
    return { status, headers, bytes: Buffer.concat(chunks), end: 'whole' }
  } catch (error) {
    if (init.signal?.aborted) throw error
    return { status, headers, bytes: Buffer.concat(chunks), end: 'cut' }
  }
}

/** The samples by what the header declares; all that follow it, where it declares no size. */
export function soundOf(answer: Answer | null): Sound {
  if (!answer) throw new Error('there was an answer')
  const bytes = new Uint8Array(answer.bytes)
  const header = readWavHeader(bytes)
  if (!header) throw new Error(`the answer is WAV: ${answer.bytes.subarray(0, 200).toString()}`)
  const { dataOffset, dataBytes, sampleRate } = header
  const data = bytes.slice(dataOffset, dataBytes === null ? undefined : dataOffset + dataBytes)
  return { samples: new Int16Array(data.buffer), sampleRate }
}
