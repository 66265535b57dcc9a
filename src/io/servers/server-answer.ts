// An answer that is no success, with as much of its body as may be worth reading.

export type ServerAnswer = {
  status: number
  headers: Pick<Headers, 'get'>
  /** The first 64 KB. */
  body: string
}

/** On its way from the connection to whoever makes a Failure of it. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError'
  readonly answer: ServerAnswer

  constructor(answer: ServerAnswer) {
    super(`answered ${answer.status}`)
    this.answer = answer
  }
}

const bytesRead = 64 * 1024

/** Reads the body's beginning and lets go of the rest. */
export async function readAnswer(response: Response, max = bytesRead): Promise<ServerAnswer> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop cancels the stream.
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= max) break
  }
  const body = Buffer.concat(chunks).subarray(0, max).toString('utf8')
  return { status: response.status, headers: response.headers, body }
}
