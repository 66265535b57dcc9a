// A long-lived program that is asked by lines of JSON and answers by lines of JSON, one at a time.
import { spawn } from 'node:child_process'
import { abortError } from '../../../core/base/scope.ts'
import { fail, type FailureError } from '../../../core/base/failure-error.ts'
import { invariant } from '../../../core/base/invariant.ts'
import { notStarted } from './program-failure.ts'

export type LineProcess = {
  readonly ended: boolean
  /**
   * One question at a time. Fails with `voice-crashed` when the program ends before it has answered; an
   * abort ends the program, which cannot be interrupted otherwise, and rejects when it has ended.
   */
  ask(question: object, signal: AbortSignal): Promise<object>
  kill(): void
}

const maxComplaintCharacters = 2000

type Waiting = { id: number; resolve(answer: object): void; reject(error: Error): void }

/** Starts the program. Lines that answer no question, such as a greeting, are passed over. */
export function startLineProcess(path: string, args: readonly string[]): LineProcess {
  const child = spawn(path, args, { stdio: 'pipe', windowsHide: true })
  let waiting: Waiting | null = null
  let end: FailureError | null = null
  let lastId = 0
  let unread = ''
  let complaint = ''

  const finish = (error: FailureError) => {
    end ??= error
    waiting?.reject(end)
    waiting = null
  }
  const hear = (line: string) => {
    const answer = parseAnswer(line)
    if (!waiting || answer?.id !== waiting.id) return
    waiting.resolve(answer)
    waiting = null
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unread + text).split('\n')
    unread = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-maxComplaintCharacters)
  })
  child.stdin.on('error', () => {})
  const crashed = (code: number | null, signal: NodeJS.Signals | null) =>
    finish(fail('voice-crashed', {}, `ended by ${signal ?? code}: ${complaint.trim()}`))
  let isKilled = false
  const kill = () => {
    isKilled = true
    child.kill('SIGKILL')
  }
  child.on('error', (error) => finish(notStarted(error)))
  // One that we killed is not waited for by way of its pipes, which others may hold.
  child.on('exit', (code, signal) => void (isKilled && crashed(code, signal)))
  child.on('close', crashed)

  return {
    get ended() {
      return isKilled || end !== null
    },
    ask: (question, signal) =>
      new Promise((resolve, reject) => {
        invariant(waiting === null, 'one question at a time')
        if (end) return reject(end)
        if (signal.aborted) return reject(abortError())
        lastId += 1
        const over = () => signal.removeEventListener('abort', kill)
        signal.addEventListener('abort', kill, { once: true })
        waiting = {
          id: lastId,
          resolve: (answer) => (over(), resolve(answer)),
          reject: (error) => (over(), reject(signal.aborted ? abortError() : error)),
        }
        child.stdin.write(`${toAscii(JSON.stringify({ id: lastId, ...question }))}\n`)
      }),
    kill,
  }
}

function parseAnswer(line: string): (object & { id?: unknown }) | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

/** The far side may read its input in the code page of a console: JSON can say it all in ASCII. */
const toAscii = (json: string): string =>
  json.replace(
    /[\u007f-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
