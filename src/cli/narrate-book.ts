// One book, from file to finished audiobook, through the same commands the studio's face uses.
import {
  acxSummary,
  EncodingWish,
  soundPresets,
  type ExportWish,
  type Job,
  type PerformanceSample,
  type Project,
  type SoundPreset,
  type VoiceId,
} from '../contract/index.ts'
import { fail, FailureError } from '../core/base/failure-error.ts'
import type { VoiceProvider } from '../core/ports/speech.ts'
import { numberList } from '../io/command-line/options.ts'
import { explain, printJson, printLine } from '../io/command-line/report.ts'
import { applyScriptFiles, type ScriptFiles } from './cast-file.ts'
import type { ChosenVoice } from './choose-voice.ts'
import { explainFailed, explainMarked } from './explain-segments.ts'
import { createCall, createFollower, type Call } from './follow-job.ts'
import { importBook } from './import-book.ts'
import { mendAcx } from './mend-acx.ts'
import type { Terminal } from './open-terminal.ts'
import type { Readiness } from './server-readiness.ts'
import { tellCopy, toldCopy } from './tell-copy.ts'
import { tellWarnings } from './tell-warnings.ts'
import { tellBudget, tellVoice } from './tell-voice.ts'
import { withCuresOf } from './with-cures.ts'
import { readAlongLines } from './read-along-lines.ts'

export type NarrateOptions = {
  /** A file, or with several books or files a folder. */
  out: string | undefined
  wish: ExportWish
  /** A picture in place of the book's cover. */
  cover: string | undefined
  /** A folder that gets a copy of what is finished. */
  copyTo: string | undefined
  /** How the book sounds from now on; without it as it did. */
  preset: SoundPreset | undefined
  chapters: string | undefined
  /** Most that one book may cost, in the currency of its voice. */
  budget: number | undefined
  json: boolean
}

/** What all books of one run share. */
export type RunChoices = {
  chosen: ChosenVoice | null
  /** Who speaks what the voice cannot; null: nobody, undefined: each book keeps what it has. */
  fallback: VoiceId | null | undefined
  whenReady: Readiness
  /** Who speaks, and how words are said. */
  script: ScriptFiles
}

/** Returns the exit code; throws FailureError for what stops the book. */
export async function narrateBook(
  terminal: Terminal,
  path: string,
  target: string,
  options: NarrateOptions,
  { chosen, fallback, whenReady, script }: RunChoices,
): Promise<number> {
  const { studio, opened, signal } = terminal
  const began = performance.now()
  const call = createCall(terminal)
  const follow = createFollower(terminal, call, options.json)
  const before = (await call('performance.read', {})).samples.at(-1)?.speech

  const known = new Set((await call('library.list', {})).projects.map(({ id }) => id))
  const projectId = await importBook(terminal, call, follow, path)
  const { preset } = options
  if (preset) await call('project.shapeSound', { projectId, sound: soundPresets[preset] })
  if (fallback !== undefined) await call('project.allowFallback', { projectId, voice: fallback })
  await cast(call, projectId, chosen)
  await applyScriptFiles(terminal, call, projectId, script)
  const { project } = await call('project.open', { projectId })
  const chapterIds = chosenChapters(project, options.chapters)
  const scope = { kind: 'chapters' as const, chapterIds }
  const sourceOf = (voice: VoiceId | null) =>
    opened.ports.sources.all().find(({ name }) => voice?.startsWith(`${name}:`))
  const provider = sourceOf(project.voice)
  const isDraft = provider?.capabilities.kind === 'embedded'
  if (!chosen && !options.json) {
    const told = tellVoice(project.voice, provider, !known.has(projectId))
    if (told !== null) process.stderr.write(`${told}\n`)
  }
  if (options.budget !== undefined) {
    const told = tellBudget([provider, sourceOf(project.fallbackVoice)])
    if (told !== null) process.stderr.write(`${told}\n`)
  }
  // Where all is spoken already, nobody needs to be there.
  const { segments, ready } = await call('speech.estimate', { projectId, scope })
  if (provider && ready < segments) await whenReady(provider.name)

  const { wish } = options
  const told = await call('export.estimate', { projectId, ...wish, chapterIds })
  const warnings = tellWarnings(told, options)
  const { jobId } = await call('speech.start', {
    projectId,
    scope,
    encodeAhead: EncodingWish.parse(wish),
    ...(options.budget === undefined ? {} : { budget: options.budget }),
  })
  const spoken = await follow({ jobId }).catch((error: unknown) => {
    // What is ready will do, whatever stopped the rest; but not for who has stopped it himself.
    const canGoOn = wish.partial && error instanceof FailureError && !signal.aborted
    if (!canGoOn) throw error
    explain(error.failure, options.json)
    return null
  })
  if (spoken && spoken.failed > 0) {
    await explainFailed(call, { project, chapterIds }, options.json)
    if (!wish.partial) {
      explain(fail('segments-unspoken', { count: spoken.failed }).failure, options.json)
      return 1
    }
  }
  // A walk through all rows, for nothing where nothing could be found.
  const isWalked = !options.json || project.fallbackVoice !== null
  const fallbacks = isWalked ? await explainMarked(call, { project, chapterIds }, options.json) : 0
  signal.throwIfAborted()
  const ticket = studio.tickets.issue('target', target)
  const cover = options.cover && { cover: studio.tickets.issue('book', options.cover) }
  const copyTo = options.copyTo && { copyTo: studio.tickets.issue('folder', options.copyTo) }
  const first = await follow(
    await call('export.start', { projectId, ticket, ...wish, ...cover, ...copyTo, chapterIds }),
  )
  const tell = (line: string) => (options.json ? false : process.stderr.write(`${line}\n`))
  const { exported, levelled, isShaped } = await mendAcx(first, project, { call, follow, tell })
  const { missing = 0, files = 1, gaps, readAlong } = exported.result ?? {}
  const after = (await call('performance.read', {})).samples.at(-1)
  const since = (count: 'spoken' | 'cacheHits' | 'requests' | 'retries' | 'flagged') =>
    (after?.speech[count] ?? 0) - (before?.[count] ?? 0)
  const done = {
    event: 'done',
    file: target,
    durationSeconds: exported.result?.durationSeconds ?? 0,
    chapters: exported.result?.chapters ?? 0,
    files,
    missing,
    ...(gaps && { gaps }),
    ...(readAlong && { readAlong }),
    ...toldCopy(exported, options),
    ...(warnings.length > 0 && { warnings }),
    ...(warnings.includes('rate-lowered') && { kilobits: told.kilobits }),
    segments,
    synthesized: since('spoken'),
    cacheHits: since('cacheHits'),
    requests: since('requests'),
    retries: since('retries'),
    flagged: since('flagged'),
    fallbacks,
    settledConcurrency: isDraft ? null : widthOf(after, provider),
    ...(spoken?.cost ? { cost: spoken.cost } : {}),
    wallSeconds: Math.round(performance.now() - began) / 1000,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    peakTreeBytes: after?.memory.peakTreeBytes ?? null,
    ...(exported.result?.acx
      ? { acx: withCuresOf(exported.result.acx), levelled, shaped: isShaped }
      : {}),
  }
  if (options.json) printJson(done)
  else {
    printLine(summary(target, exported))
    for (const { title, missing: count } of gaps ?? []) printLine(`  ${title}: ${count} unspoken`)
    for (const line of readAlong ? readAlongLines(readAlong) : []) printLine(`  ${line}`)
  }
  const isCopied = tellCopy(exported, options)
  const acx = exported.result?.acx
  if (acx && !options.json) process.stderr.write(`${acxSummary(acx).join('\n')}\n`)
  return missing > 0 || acx?.passed === false || !isCopied ? 1 : 0
}

/** `book.m4b: 12 chapters, 3:14:15`, with how many files it is and what is missing. */
function summary(target: string, { result }: Job): string {
  const { chapters = 0, durationSeconds = 0, files, missing } = result ?? {}
  const several = files === undefined ? '' : ` in ${files} files`
  const without = missing === undefined ? '' : `, without ${missing} unspoken segments`
  return `${target}: ${chapters} chapters${several}, ${clock(durationSeconds)}${without}`
}

/** Segments at once that all endpoints together were found to bear. */
const widthOf = (sample: PerformanceSample | undefined, provider: VoiceProvider | undefined) =>
  (sample?.speech.endpoints ?? [])
    .filter(({ id }) => id.startsWith(`${provider?.name}/`))
    .reduce((sum, { width }) => sum + width, 0)

async function cast(call: Call, projectId: string, chosen: ChosenVoice | null): Promise<Project> {
  const { project } = await call('project.open', { projectId })
  if (!chosen || chosen.id === project.voice) return project
  if (chosen.isAnyOf !== null && project.voice.startsWith(`${chosen.isAnyOf}:`)) return project
  await call('project.cast', { projectId, voice: chosen.id })
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

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}
