// What runs are measured by: an undisturbed one with each voice, and a book half narrated to begin from.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectsMigrations } from '../../src/io/sqlite/projects-migrations.ts'
import { takesMigrations } from '../../src/io/sqlite/takes-migrations.ts'
import { startStudio } from '../kill/start-studio.ts'
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import type { StartedSpeechServer } from '../speech-server/start-speech-server.ts'
import { planOf, type Plan } from './fault.ts'
import { addServer, imported, narrate, play, type Script, type Trouble } from './play.ts'
import { canMount } from './small-disk.ts'
import { story } from './story.ts'
import { digestOf } from './verdict.ts'

export type Undisturbed = {
  digest: string
  spoken: string[]
  /** Of them, how many in the half. */
  spokenInHalf: number
  /** From nothing, and from the book half narrated. */
  ms: Record<Plan['start'], number>
  /** The data folder with one chapter narrated. */
  half: string
}

export type Workshop = {
  root: string
  book: string
  server: StartedSpeechServer
  undisturbed: Record<Plan['voice'], Undisturbed>
  planOf(seed: number): Plan
  close(): Promise<void>
}

const voices = { embedded: 'espeak:gmw/en-US', server: 'box:alloy' } as const

/** Nothing excuses a failure. */
const none: Trouble = {
  over: async () => {},
  again: (failure) => Promise.reject(new Error(`undisturbed: ${JSON.stringify(failure)}`)),
}

export const scriptOf = (
  { book, server }: Pick<Workshop, 'book' | 'server'>,
  voice: Plan['voice'],
  target: string,
): Script => ({
  ...{ book, target, voice: voices[voice] },
  serverUrl: voice === 'server' ? server.url : null,
})

export const startServer = () => startSpeechServer({ sound: 'tone', latencyMs: 20 })

/** Measured once, for all runs. */
export async function openWorkshop(): Promise<Workshop> {
  const root = mkdtempSync(join(tmpdir(), 'lectern-chaos-'))
  const book = join(root, 'story.md')
  writeFileSync(book, story)
  const server = await startServer()
  const known = { projects: projectsMigrations.length, takes: takesMigrations.length }
  const canFill = canMount()
  const tools = { book, server }
  const close = async () => {
    await server.close()
    rmSync(root, { recursive: true, force: true })
  }
  try {
    const undisturbed = {
      embedded: await undisturbedRun(join(root, 'embedded'), tools, 'embedded'),
      server: await undisturbedRun(join(root, 'server'), tools, 'server'),
    }
    const plan = (seed: number) => planOf(seed, known, canFill)
    return { root, book, server, undisturbed, planOf: plan, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function undisturbedRun(
  root: string,
  tools: Pick<Workshop, 'book' | 'server'>,
  voice: Plan['voice'],
): Promise<Undisturbed> {
  const [data, half, out] = ['data', 'half', 'out'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(out, { recursive: true })
  const target = join(out, 'story.m4b')
  const script = scriptOf(tools, voice, target)
  const spoken: string[] = []
  const onTold: Parameters<typeof startStudio>[1] = {
    onTold: (told) => void (told.kind === 'spoken' && spoken.push(told.text)),
  }
  const begun = performance.now()
  const first = await startStudio(data, onTold)
  if (script.serverUrl !== null) await addServer(first, script.serverUrl)
  const projectId = await imported(first, script.book, none)
  await first.call('project.cast', { projectId, voice: script.voice })
  const { project } = await first.call('project.open', { projectId })
  await narrate(first, projectId, none, [project.chapters.at(-1)?.id ?? ''])
  await first.close()
  cpSync(data, half, { recursive: true })
  const spokenInHalf = spoken.length

  const between = performance.now()
  const second = await startStudio(data, onTold)
  await play(second, script, none)
  await second.close()
  const end = performance.now()
  const ms = { new: end - begun, older: end - between }
  return { digest: digestOf(target), spoken, spokenInHalf, ms, half }
}
