// One book, from file to finished audiobook, through the same commands the studio's face uses.
import {
  stageWords,
  type CommandArgs,
  type CommandName,
  type CommandReply,
  type ExportFormat,
  type Job,
  type Project,
} from '../contract/index.ts'
import { fail, FailureError } from '../core/base/failure-error.ts'
import { resolveVoice } from '../io/speech/resolve-voice.ts'
import type { Terminal } from './open-terminal.ts'
import { numberList } from '../io/command-line/options.ts'
import { createProgress } from './progress.ts'
import { explain, printJson, printLine } from '../io/command-line/report.ts'

export type NarrateOptions = {
  /** A file, or with several books a folder. */
  out: string | undefined
  format: ExportFormat
  voice: string | undefined
  chapters: string | undefined
  json: boolean
}

type Call = <N extends CommandName>(name: N, args: CommandArgs<N>) => Promise<CommandReply<N>>

/** Returns the exit code; throws FailureError for what stops the book. */
export async function narrateBook(
  terminal: Terminal,
  path: string,
  target: string,
  options: NarrateOptions,
): Promise<number> {
  const { studio, signal } = terminal
  const began = performance.now()
  const call: Call = async (name, args) => {
    const reply = await studio.call(name, args)
    if (!reply.ok) throw new FailureError(reply.failure)
    return reply.value as never
  }
  const follow = createFollower(terminal, call, options.json)
  const before = (await call('performance.read', {})).samples.at(-1)?.speech

  const bookTicket = studio.tickets.issue('book', path)
  const imported = await follow(await call('book.import', { ticket: bookTicket }))
  const projectId = imported.projectId
  if (projectId === undefined) throw fail('not-found', { kind: 'book' })
  const project = await cast(call, projectId, options.voice)
  const chapterIds = chosenChapters(project, options.chapters)

  const spoken = await follow(
    await call('speech.start', {
      projectId,
      scope: { kind: 'chapters', chapterIds },
      encodeAhead: options.format,
    }),
  )
  if (spoken.failed > 0) {
    await explainFailed(call, project, chapterIds, options.json)
    explain(fail('segments-unspoken', { count: spoken.failed }).failure, options.json)
    return 1
  }
  signal.throwIfAborted()
  const ticket = studio.tickets.issue('target', target)
  const exported = await follow(
    await call('export.start', { projectId, ticket, format: options.format, chapterIds }),
  )
  const after = (await call('performance.read', {})).samples.at(-1)
  const done = {
    event: 'done',
    file: target,
    durationSeconds: exported.result?.durationSeconds ?? 0,
    chapters: exported.result?.chapters ?? 0,
    segments: spoken.total,
    synthesized: (after?.speech.spoken ?? 0) - (before?.spoken ?? 0),
    cacheHits: (after?.speech.cacheHits ?? 0) - (before?.cacheHits ?? 0),
    wallSeconds: Math.round(performance.now() - began) / 1000,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    peakTreeBytes: after?.memory.peakTreeBytes ?? null,
  }
  if (options.json) printJson(done)
  else printLine(`${target}: ${done.chapters} chapters, ${clock(done.durationSeconds)}`)
  return 0
}

/** Waits for a job and shows how it goes; its failure is thrown. */
function createFollower(terminal: Terminal, call: Call, json: boolean) {
  const { studio, signal } = terminal
  return async ({ jobId }: { jobId: string }): Promise<Job> => {
    const progress = createProgress(json)
    const cancel = () => void studio.call('job.cancel', { jobId })
    signal.addEventListener('abort', cancel, { once: true })
    if (signal.aborted) cancel()
    let stop = () => {}
    try {
      const job = await new Promise<Job>((resolve) => {
        const look = (candidate: Job) => {
          if (candidate.id !== jobId) return
          progress.show(stageWords[candidate.stage], candidate)
          // Nobody is there to press “resume”: what would wait for a person ends here.
          if (candidate.state !== 'running') resolve(candidate)
        }
        stop = studio.on('job.advanced', ({ job: candidate }) => look(candidate))
        void call('job.list', {}).then(({ jobs }) => jobs.forEach(look))
      })
      if (job.state === 'paused') await call('job.cancel', { jobId })
      if (job.state === 'done') return job
      throw job.failure ? new FailureError(job.failure) : fail('cancelled')
    } finally {
      stop()
      progress.end()
      signal.removeEventListener('abort', cancel)
    }
  }
}

async function cast(call: Call, projectId: string, word: string | undefined): Promise<Project> {
  const { project } = await call('project.open', { projectId })
  if (word === undefined) return project
  const voice = resolveVoice((await call('voice.list', {})).voices, word)
  if (voice.id === project.voice) return project
  await call('project.cast', { projectId, voice: voice.id })
  return (await call('project.open', { projectId })).project
}

function chosenChapters(project: Project, word: string | undefined): string[] {
  const { chapters } = project
  const wanted =
    word === undefined ? null : new Set(numberList('--chapters', word, chapters.length))
  const chosen = chapters.filter((chapter, index) =>
    wanted ? wanted.has(index + 1) && chapter.segments > 0 : chapter.spoken,
  )
  if (chosen.length === 0) throw fail('nothing-to-speak')
  return chosen.map(({ id }) => id)
}

/** Names the first segments that failed, each with its reason. */
async function explainFailed(
  call: Call,
  project: Project,
  chapterIds: string[],
  json: boolean,
): Promise<void> {
  for (const chapter of project.chapters.filter(({ id }) => chapterIds.includes(id))) {
    for (let from = 0; from < chapter.segments; from += 500) {
      const count = Math.min(500, chapter.segments - from)
      const at = { projectId: project.id, from: chapter.firstPosition + from, count }
      for (const row of (await call('segment.list', at)).rows) {
        if (row.status.state !== 'failed') continue
        if (json)
          printJson({
            event: 'segment-failed',
            segment: row.id,
            text: row.text,
            ...row.status.failure,
          })
        else process.stderr.write(`${row.id} “${row.text.trim().slice(0, 60)}”: `)
        if (!json) explain(row.status.failure, false)
      }
    }
  }
}

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}
