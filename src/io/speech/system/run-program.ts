// Runs a program of the system once: no shell, text by its standard input, killed by the signal.
import { spawn } from 'node:child_process'
import { abortError } from '../../../core/base/scope.ts'
import { notStarted, programFailure } from './program-failure.ts'

/** Lists of voices are a few kilobytes; what comes beyond is not kept. */
const maxOutputCharacters = 1_000_000
const maxComplaintCharacters = 2000

export type ProgramRun = {
  arguments: readonly string[]
  /** Written to its standard input as UTF-8; without it that is empty. */
  input?: string
  /** All of its variables; absent: ours. */
  environment?: NodeJS.ProcessEnv
}

/**
 * What the program wrote to its standard output, when it ended well. Fails with `voice-failed` for
 * an exit code other than 0 and `voice-crashed` when something else killed it, with what it wrote to its
 * standard error as the detail. An abort rejects when the program has ended.
 */
export function runProgram(path: string, run: ProgramRun, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(abortError())
    const child = spawn(path, run.arguments, {
      stdio: 'pipe',
      windowsHide: true,
      ...(run.environment ? { env: run.environment } : {}),
    })
    let output = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < maxOutputCharacters) output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (complaint.length < maxComplaintCharacters) complaint += text
    })
    const kill = () => void child.kill('SIGKILL')
    signal.addEventListener('abort', kill, { once: true })
    const over = () => signal.removeEventListener('abort', kill)
    child.on('error', (error) => {
      over()
      reject(signal.aborted ? abortError() : notStarted(error))
    })
    // Not `close`, which would wait for whoever else holds the pipes of a program that was killed.
    child.on('exit', () => {
      if (!signal.aborted) return
      over()
      child.stdout.destroy()
      child.stderr.destroy()
      reject(abortError())
    })
    child.on('close', (code, endedBy) => {
      over()
      if (code === 0) resolve(output)
      else reject(programFailure({ code, signal: endedBy, complaint }))
    })
    // A program that ends without reading says so by its exit code.
    child.stdin.on('error', () => {})
    child.stdin.end(run.input ?? '')
  })
}
