// Takes up what a crash has left open.
import {
  ExportRequest,
  ListenRequest,
  ScriptRequest,
  SpeechRequest,
  TranslationRequest,
  WriteRequest,
  type FailureCode,
  type Job,
} from '../../contract/index.ts'
import { failureOf } from '../base/failure-error.ts'
import { invariant } from '../base/invariant.ts'
import { startExport } from './export/start-export.ts'
import { startListening } from './listening/start-listening.ts'
import { startNarration } from './narration/start-narration.ts'
import { startScript } from './script/start-script.ts'
import { startWriting } from './writing/start-writing.ts'
import type { StudioParts } from './studio-parts.ts'
import { startTranslation } from './translation/start-translation.ts'

type TakeUp = (parts: StudioParts, request: unknown) => Promise<unknown>

/** Every kind of job that is saved while it is open, with what it was asked. */
const takeUpOf: Partial<Record<Job['kind'], TakeUp>> = {
  speech: (parts, request) =>
    startNarration(parts, SpeechRequest.parse(request), { asksFirst: true }),
  export: (parts, request) => startExport(parts, ExportRequest.parse(request)),
  script: (parts, request) => startScript(parts, ScriptRequest.parse(request), { asksFirst: true }),
  translation: (parts, request) =>
    startTranslation(parts, TranslationRequest.parse(request), { asksFirst: true }),
  listening: (parts, request) =>
    startListening(parts, ListenRequest.parse(request), { asksFirst: true }),
  write: (parts, request) => startWriting(parts, WriteRequest.parse(request), { asksFirst: true }),
}

/** What is not set now, and may be set again: the job is tried at the next start once more. */
const maySoonBeThere: readonly FailureCode[] = ['no-language-model', 'no-transcriber']

/** Takes up the jobs that the last run did not end. One that cannot be taken up is told to the log and forgotten. */
export async function resumeOpenJobs(parts: StudioParts): Promise<void> {
  const { context } = parts
  for (const { job, request } of await context.projects.openJobs()) {
    try {
      const takeUp = takeUpOf[job.kind]
      invariant(takeUp, `somebody takes up jobs of the kind ${job.kind}`)
      await takeUp(parts, JSON.parse(request))
    } catch (error) {
      const reason = failureOf(error)
      context.log.warn('a job could not be taken up again', { job: job.id, failure: reason })
      if (maySoonBeThere.includes(reason.code)) continue
    }
    // Only now: until the new job is saved, this one is what a crash would be taken up from.
    await context.projects.forgetJob(job.id)
  }
}
