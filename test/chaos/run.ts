// One run: a script, a fault somewhere in it, and whether all is as it would have been without.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolderAt } from '../../src/io/data-folder.ts'
import { projectsMigrations } from '../../src/io/sqlite/projects-migrations.ts'
import { takesMigrations } from '../../src/io/sqlite/takes-migrations.ts'
import { FailureError } from '../../src/core/base/failure-error.ts'
import { stillThere } from '../kill/marked-processes.ts'
import { startStudio, type KillableStudio } from '../kill/start-studio.ts'
import type { Told } from '../kill/studio-process.ts'
import type { Plan } from './fault.ts'
import { makeOlder } from './older-folder.ts'
import { play, type Trouble } from './play.ts'
import { mountSmallDisk, unmountSmallDisk } from './small-disk.ts'
import { strike, type Stage } from './strike.ts'
import { digestOf, leftovers, spokenAgain, takesIn, unsound, wrongBook } from './verdict.ts'
import { scriptOf, type Workshop } from './workshop.ts'

export type Outcome = {
  plan: Plan
  ms: number
  /** How often the studio was started. */
  lives: number
  /** How often a person had to do something again. */
  again: number
  spokenTwice: number
  /** What the fault met. */
  note: string
  /** Sentences; empty where all is as it should be. */
  wrong: string[]
}

const lanes = 2
/** Spoken when the trouble came and not kept yet: on a lane, or waiting in the store's queue. */
const inFlight = lanes + lanes * 2 + 2
const mostLives = 4
const mostAgain = 8
/** After that it hangs. */
const patienceMs = 60_000

export async function runChaos(plan: Plan, workshop: Workshop): Promise<Outcome> {
  const root = join(workshop.root, `run-${plan.seed}`)
  const onDisk = plan.fault.kind === 'disk-full' && mountSmallDisk(root)
  const [data, out] = [join(root, 'data'), join(root, 'out')]
  mkdirSync(out, { recursive: true })
  await workshop.server.reset()
  if (plan.start === 'older') layDown(plan, workshop, data)
  try {
    return await withinPatience(disturbed(plan, workshop, { root, data, out }), plan)
  } finally {
    if (onDisk) unmountSmallDisk(root)
    rmSync(root, { recursive: true, force: true })
  }
}

function layDown({ voice, schema }: Plan, { undisturbed }: Workshop, data: string): void {
  cpSync(undisturbed[voice].half, data, { recursive: true })
  const { projectsDatabase, takesDatabase } = dataFolderAt(data)
  makeOlder(projectsDatabase, projectsMigrations, schema.projects)
  makeOlder(takesDatabase, takesMigrations, schema.takes)
}

type Places = { root: string; data: string; out: string }

async function disturbed(
  plan: Plan,
  workshop: Workshop,
  { root, data, out }: Places,
): Promise<Outcome> {
  const target = join(out, 'story.m4b')
  const script = scriptOf(workshop, plan.voice, target)
  const reference = workshop.undisturbed[plan.voice]
  const mark = `${process.pid}-${plan.seed}`
  const begun = performance.now()
  const outcome: Outcome = {
    ...{ plan, ms: 0, lives: 0, again: 0, spokenTwice: 0, note: '', wrong: [] },
  }
  // What was there before this run is not to be spoken again either.
  const before = plan.start === 'older' ? reference.spokenInHalf : 0
  const spoken = reference.spoken.slice(0, before)
  const acknowledged = new Set<string>()
  const onTold = (told: Told) => {
    if (told.kind === 'spoken') spoken.push(told.text)
    else for (const id of told.takeIds) acknowledged.add(id)
  }

  let studio: KillableStudio | null = null
  let kill = async () => {}
  let ended = false
  let struck = false
  const stage: Stage = {
    ...{ data, disk: root, mark, server: workshop.server },
    studio: () => studio,
    kill: () => kill(),
    ended: () => ended,
  }
  const over = Promise.withResolvers<void>()
  const befall = async () => {
    struck = true
    try {
      outcome.note = await strike(plan.fault, stage)
      if (plan.fault.kind === 'server-fails') await goOn(studio)
    } finally {
      over.resolve()
    }
  }
  const timer = setTimeout(() => void befall(), plan.moment * reference.ms[plan.start])
  const trouble: Trouble = {
    over: () => over.promise,
    async again(failure) {
      if (!struck) throw new Error(`without any trouble: ${said(failure)}`)
      await over.promise
      outcome.again += 1
      // What is left of the studio says so in every answer: it is started anew.
      if (plan.fault.kind === 'end-store') throw new Error(`without a store: ${said(failure)}`)
      if (outcome.again > mostAgain) throw new Error(`it does not end: ${said(failure)}`)
    },
  }

  try {
    for (;;) {
      outcome.lives += 1
      try {
        const onLaunched = (end: () => Promise<void>) => void (kill = end)
        studio = await startStudio(data, { mark, onTold, onLaunched })
        await play(studio, script, trouble)
        await studio.call('cache.stats', {})
        // The trouble may come after all is done: then it comes to a studio that does nothing.
        ended = true
        await studio.close()
        break
      } catch (error) {
        ended = false
        await kill()
        studio = null
        if (!struck || outcome.lives >= mostLives) throw error
        await over.promise
        outcome.wrong.push(...unsound(data))
        const kept = takesIn(data)
        const lost = [...acknowledged].filter((id) => !kept.has(id))
        if (lost.length > 0) outcome.wrong.push(`${lost.length} takes that were told of are lost`)
      }
    }
  } catch (error) {
    outcome.wrong.push(said(error))
  }
  ended = true
  clearTimeout(timer)
  if (struck) await over.promise
  else outcome.note = 'it came too late'
  await kill()
  const orphans = await stillThere(mark, 10)
  outcome.ms = performance.now() - begun
  outcome.spokenTwice = spokenAgain(spoken, reference.spoken)
  if (outcome.wrong.length > 0) return outcome
  const kept = takesIn(data)
  const lost = [...acknowledged].filter((id) => !kept.has(id))
  outcome.wrong.push(
    ...unsound(data),
    ...wrongBook(data),
    ...(lost.length === 0 ? [] : [`${lost.length} takes that were told of are lost`]),
    ...(outcome.spokenTwice <= inFlight ? [] : [`${outcome.spokenTwice} were spoken twice`]),
    ...(digestOf(target) === reference.digest ? [] : ['the audio is another']),
    ...leftovers(data, out, target),
    ...orphans.map(({ name, pid }) => `the process ${name} (${pid}) is still there`),
  )
  return outcome
}

/** Work that waits for a server by itself looks again at once. */
async function goOn(studio: KillableStudio | null): Promise<void> {
  const { jobs } = (await studio?.call('job.list', {}).catch(() => null)) ?? { jobs: [] }
  for (const { id, state } of jobs)
    if (state === 'running') await studio?.call('job.resume', { jobId: id }).catch(() => {})
}

const said = (error: unknown): string =>
  error instanceof FailureError
    ? JSON.stringify(error.failure)
    : error instanceof Error
      ? error.message
      : JSON.stringify(error)

function withinPatience(run: Promise<Outcome>, plan: Plan): Promise<Outcome> {
  const hung = new Promise<Outcome>((resolve) => {
    const timer = setTimeout(
      () =>
        resolve({
          ...{ plan, ms: patienceMs, lives: 0, again: 0, spokenTwice: 0, note: '' },
          wrong: [`it hangs: not at its end after ${patienceMs / 1000} s`],
        }),
      patienceMs,
    )
    const stop = () => clearTimeout(timer)
    run.then(stop, stop)
  })
  return Promise.race([run, hung])
}
