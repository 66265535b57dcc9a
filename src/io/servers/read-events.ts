// A body of server-sent events → the JSON of each, as it comes.

/** What a stream says instead of JSON when it has come to its own end. */
const ownEnd = '[DONE]'

/**
 * Yields null for its own end and reads no further. Fails with a SyntaxError for what is no JSON, and for a body that
 * is longer than `maxBytes`; ends without a null where it broke off. Leaving it lets go of the connection.
 */
export async function* readEvents(
  response: Pick<Response, 'body'>,
  maxBytes: number,
): AsyncGenerator<unknown> {
  const decoder = new TextDecoder()
  let bytes = 0
  let rest = ''
  let data = ''
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new SyntaxError('the stream does not end')
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const text = line.replace(/\r$/, '')
      if (text.startsWith('data:')) data += text.slice(5).trim()
      if (text !== '' || data === '') continue
      if (data === ownEnd) return yield null
      yield JSON.parse(data) as unknown
      data = ''
    }
  }
  // The last event of some has no empty line behind it.
  if (data + rest.replace(/^data:/, '').trim() === ownEnd) yield null
}
