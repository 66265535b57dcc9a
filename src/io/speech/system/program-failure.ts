// How a program of the system ended badly, as a Failure.
import { fail, type FailureError } from '../../../core/base/failure-error.ts'

export type ProgramEnd = {
  /** Null where a signal ended it. */
  code: number | null
  signal: NodeJS.Signals | null
  /** What it wrote to its standard error. */
  complaint: string
}

/** Refused its work (`voice-failed`), or was ended by a signal (`voice-crashed`). */
export const programFailure = ({ code, signal, complaint }: ProgramEnd): FailureError =>
  code === null
    ? fail('voice-crashed', {}, `ended by ${signal}: ${complaint.trim()}`)
    : fail('voice-failed', {}, `exit code ${code}: ${complaint.trim()}`)

/** It could not even be started. */
export const notStarted = (error: Error): FailureError =>
  fail('voice-failed', {}, `not started: ${(error as NodeJS.ErrnoException).code ?? error.name}`)
