// What a server answered, or how the connection broke → what it means for the narration. Pure.
import type { Failure } from '../../contract/index.ts'
import { failure } from '../../core/base/failure-error.ts'
import { cleanWords, wordsOf, type AnswerWords } from './answer-words.ts'
import { readRetryAfter } from './rate-limits.ts'
import type { ServerAnswer } from './server-answer.ts'

/** Whom and what was asked. Text and key are here so that they can be kept out of every failure. */
export type Asked = {
  /** The server's name for people. */
  server: string
  model: string
  /** The voice's id. */
  voice: string
  text: string
  key: string | null
}

/** Where a server wants a pause and does not say how long. */
const leastPauseSeconds = 1

const quotaWords =
  /insufficient[_ ](quota|credits?|funds|balance)|billing|exceeded your current quota|out of credits?|payment[_ ]required/i
const crowdWords = /too many|overload|busy|capacity|concurren/i
const troubleWords =
  /not[ _](found|available|installed|loaded|exist)|unknown|(does not|doesn't) exist|unsupported|invalid|no such|no longer|deprecated|shut ?down|retired|should be|must be/i

/** The failure of an answer, 2xx included when it holds no sound. `now`: milliseconds since the epoch. */
export function failureOfAnswer(answer: ServerAnswer, asked: Asked, now: number): Failure {
  const { server, model, voice } = asked
  const said = wordsOf(answer.body)
  const reason = cleanWords(said.message, asked)
  const code = cleanWords(said.code, asked)
  const isSuccess = answer.status >= 200 && answer.status < 300
  const status = isSuccess && said.isError ? statusInWords(said, code, reason) : answer.status
  const detail = [answer.status, code, reason].filter((word) => word !== '').join(' ')
  const made = (name: Failure['code'], params: Failure['params']) => failure(name, params, detail)

  if (isSuccess && !said.isError) return made('sound-refused', { voice, flag: 'empty' })
  if (status === 402 || ((status < 500 || isSuccess) && quotaWords.test(`${code} ${reason}`)))
    return made('quota-spent', { server })
  if (/model_not_found/.test(code)) return made('model-gone', { server, model })
  if (status === 401 || status === 403) return made('key-refused', { server })
  const pause = status === 429 || status === 503 ? readRetryAfter(answer, now) : null
  const isBusy = status === 429 || pause !== null || (status === 503 && crowdWords.test(reason))
  if (isBusy)
    return made('server-busy', { server, seconds: Math.max(leastPauseSeconds, pause ?? 0) })
  // 408, 409 and 425 ask for another try, as a server's own trouble does.
  if (status >= 500 || [408, 409, 425].includes(status))
    return made('server-failed', { server, status: answer.status })
  const missing = whatIsMissing(said, `${code} ${reason}`)
  if (missing === 'voice') return made('voice-unknown', { voice })
  if (missing === 'model' || status === 410) return made('model-gone', { server, model })
  return made('server-refused', { server, reason: wordedReason(status, reason) })
}

/** What the status would have been of an error that came as a success. */
function statusInWords(said: AnswerWords, code: string, reason: string): number {
  if (/invalid_api_key|unauthori[sz]ed|authentication|\b40[13]\b/i.test(code)) return 401
  if (/rate_limit|\b429\b/i.test(code)) return 429
  return whatIsMissing(said, `${code} ${reason}`) === null ? 500 : 400
}

/** Whether the trouble is with the voice or the model that was asked for. */
function whatIsMissing({ param }: AnswerWords, words: string): 'voice' | 'model' | null {
  if (/^voice(\.|$)/.test(param)) return 'voice'
  if (/^model(\.|$)/.test(param)) return 'model'
  if (param !== '' || !troubleWords.test(words)) return null
  const first = /(?<![a-z])(voice|model)(?![a-z])/i.exec(words.replaceAll('_', ' '))?.[1]
  return (first?.toLowerCase() as 'voice' | 'model' | undefined) ?? null
}

function wordedReason(status: number, reason: string): string {
  if (status >= 300 && status < 400) return `it points to another address (${status})`
  if (
    (status === 404 || status === 405) &&
    (reason === '' || /^not found$|not allowed/i.test(reason))
  )
    return `it has nothing of the kind at this address (${status})`
  return reason === '' ? `error ${status}` : reason.replace(/[.\s]+$/, '')
}

/** The failure of a connection that could not be made, or broke. Never with the error's own words. */
export function failureOfConnection(error: unknown, { server }: Pick<Asked, 'server'>): Failure {
  return failure('server-unreachable', { server }, connectionCode(error) ?? 'the connection broke')
}

/** Whether an error is the network's: everything else is a bug or somebody else's. */
export const isConnectionError = (error: unknown): boolean =>
  error instanceof Error &&
  (connectionCode(error) !== null ||
    /^(terminated|fetch failed|connection error|request timed out)/i.test(error.message))

/** `ECONNREFUSED`, `UND_ERR_SOCKET` and their like, from the innermost cause that has one. */
function connectionCode(error: unknown): string | null {
  let found: string | null = null
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; depth += 1) {
    const { code } = at as { code?: unknown }
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) found = code
    at = at.cause ?? (at instanceof AggregateError ? (at.errors as unknown[])[0] : undefined)
  }
  return found
}
