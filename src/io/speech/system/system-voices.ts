// The voices that the operating system brings, behind the VoiceProvider port.
import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import { release as kernelRelease } from 'node:os'
import { join } from 'node:path'
import type { Voice } from '../../../contract/index.ts'
import { afterAwake } from '../../../core/base/after-awake.ts'
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import { createLimiter } from '../../../core/base/limiter.ts'
import { abortError, createScope, type Clock } from '../../../core/base/scope.ts'
import type { Log } from '../../../core/ports/machine.ts'
import type { SpeechRequest, VoiceProvider } from '../../../core/ports/speech.ts'
import { fsFailure } from '../../codecs/fs-failure.ts'
import { findProgram } from '../../find-program.ts'
import { writeSound } from '../write-sound.ts'
import { createEspeakCli } from './espeak-cli.ts'
import { createMacosSay } from './macos-say.ts'
import { isSpeakable, plainText, withoutText } from './plain-text.ts'
import { createRhvoice } from './rhvoice.ts'
import type { DriverVoice, Find, SystemDriver } from './system-driver.ts'
import { createWindowsSapi } from './windows-sapi.ts'

const name = 'system'

/** Programs at once: the system's engines are quick, and each call is a process. */
const lanes = 2
/** Sentences joined to about as much sound as a pair of pages; the engines themselves take more. */
const maxCharacters = 2000
/** Of the silence that stands for a text without a word. */
const silentRate = 22_050

export type SystemVoicesOptions = {
  /** Absolute path of the folder that gets the sound. */
  spool: string
  clock: Clock
  log: Log
  /** How long one segment may take; read for each. */
  callTimeoutSeconds: () => number
  /** Absent: this machine's. */
  platform?: NodeJS.Platform
  /** Absent: this machine's kernel. */
  release?: string
  /** Where programs are looked for; absent: the PATH of the environment. */
  searchPath?: string
}

export type SystemVoices = {
  provider: VoiceProvider
  /** Kills what runs and waits for it. Calls under way fail as cancelled, and so does every later one. */
  close(): Promise<void>
}

type Listing = { voices: Voice[]; drivers: Map<string, SystemDriver> }

/** Nothing is looked up or started before the voices are listed. */
export function createSystemVoices(options: SystemVoicesOptions): SystemVoices {
  const { spool, clock, log, callTimeoutSeconds, searchPath } = options
  const platform = options.platform ?? process.platform
  const find: Find = (fileName) => findProgram(fileName, searchPath)
  const drivers = driversOf(platform, find, options.release ?? kernelRelease(), spool)
  const scope = createScope()
  const after = (ms: number, run: () => void) => scope.after(clock, ms, run)
  const limiter = createLimiter(lanes, (error) =>
    log.error('a lane of the system voices went wrong', { error: String(error) }),
  )
  let installed: readonly SystemDriver[] = drivers
  let listing: Promise<Listing> | null = null

  /** Gives up when the caller does, when Lectern closes, or when it takes too long. */
  const inTime = async <T>(
    work: (signal: AbortSignal) => Promise<T>,
    voice: string,
    caller: AbortSignal,
  ): Promise<T> => {
    const seconds = callTimeoutSeconds()
    const late = new AbortController()
    const stop = afterAwake(after, seconds * 1000, () => late.abort(abortError()))
    try {
      return await work(AbortSignal.any([caller, scope.signal, late.signal]))
    } catch (error) {
      if (caller.aborted || scope.disposed) throw abortError()
      if (late.signal.aborted) throw fail('voice-timeout', { voice, seconds })
      throw error
    } finally {
      stop()
    }
  }

  /** Runs `work` when a lane is free; who is aborted while waiting does not wait on. */
  const inLane = <T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      const giveUp = () => reject(abortError())
      signal.addEventListener('abort', giveUp, { once: true })
      void limiter.begin(async () => {
        signal.removeEventListener('abort', giveUp)
        if (signal.aborted) giveUp()
        else await work().then(resolve, reject)
      })
    })

  const list = async (): Promise<Listing> => {
    const owners = new Map<string, SystemDriver>()
    const voices: Voice[] = []
    const found: SystemDriver[] = []
    let trouble: unknown = null
    for (const driver of drivers) {
      try {
        const own = await inTime((signal) => driver.voices(signal), driver.endpoint, scope.signal)
        if (own === null) continue
        found.push(driver)
        for (const voice of own) {
          voices.push(toVoice(voice))
          owners.set(voice.name, driver)
        }
      } catch (error) {
        if (scope.disposed) throw error
        log.warn('an engine of the system cannot list its voices', { error: String(error) })
        trouble = named(fsFailure(error, spool), driver.endpoint, null)
        listing = null
      }
    }
    if (trouble !== null && voices.length === 0) throw trouble
    if (found.length > 0) installed = found
    return { voices, drivers: owners }
  }
  /** One listing for all who ask; one that failed is not kept. */
  const listed = (fresh = false): Promise<Listing> => {
    if (listing !== null && !fresh) return listing
    const started = list()
    listing = started
    started.catch(() => {
      if (listing === started) listing = null
    })
    return started
  }

  const speakText = async (
    driver: SystemDriver,
    text: string,
    request: SpeechRequest,
    caller: AbortSignal,
  ): Promise<string> => {
    const { voice, rate } = request
    const file = join(spool, `${randomUUID()}.wav`)
    try {
      // Somebody may have tidied the folder away, and no program makes it.
      await mkdir(spool, { recursive: true })
      const work = (signal: AbortSignal) => driver.speak(text, voice.name, rate, file, signal)
      await inTime(work, voice.id, caller)
      const size = await stat(file).then(
        (made) => made.size,
        () => 0,
      )
      if (size === 0) throw fail('voice-failed', {}, 'the program made no sound file')
      return file
    } catch (error) {
      await rm(file, { force: true })
      throw named(fsFailure(error, spool), voice.id, text)
    }
  }

  const provider: VoiceProvider = {
    name,
    label: 'System voices',
    endpointId: drivers.map(({ endpoint }) => endpoint).join('+') || name,
    endpointOf(voiceId) {
      const own = drivers.find(({ prefix }) => voiceId.startsWith(`${name}:${prefix}`))
      return own?.endpoint ?? name
    },
    endpoints: [name],
    get capabilities() {
      return {
        kind: 'system' as const,
        maxCharacters,
        pauses: false,
        price: null,
        requestsPerMinute: null,
        charactersPerMinute: null,
        lanes: { start: lanes, max: lanes },
        deterministic: installed.every(({ deterministic }) => deterministic),
        offline: true,
        normalizesText: platform === 'darwin' || platform === 'win32',
      }
    },
    async voices(signal, { fresh } = {}) {
      if (scope.disposed || signal.aborted) throw abortError()
      return [...(await unless(signal, listed(fresh))).voices]
    },
    async speak(request, signal) {
      const either = AbortSignal.any([signal, scope.signal])
      if (either.aborted) throw abortError()
      const driver = (await unless(either, listed())).drivers.get(request.voice.name)
      if (!driver) throw fail('voice-unknown', { voice: request.voice.id })
      const text = plainText(request.spoken)
      if (!isSpeakable(text)) return { file: writeSound(spool, silentRate, new Int16Array()) }
      return { file: await inLane(() => speakText(driver, text, request, signal), either) }
    },
    async rest() {
      for (const driver of drivers) driver.rest()
    },
  }
  return {
    provider,
    async close() {
      await scope.dispose()
      await limiter.idle()
      await listing?.catch(() => {})
      for (const driver of drivers) driver.rest()
    },
  }
}

function driversOf(
  platform: NodeJS.Platform,
  find: Find,
  release: string,
  folder: string,
): SystemDriver[] {
  switch (platform) {
    case 'darwin':
      return [createMacosSay(find, release)]
    case 'win32':
      return [createWindowsSapi(find, release, folder)]
    case 'linux':
      return [createEspeakCli(find), createRhvoice(find)]
    default:
      return []
  }
}

const toVoice = (voice: DriverVoice): Voice => ({
  ...voice,
  id: `${name}:${voice.name}`,
  provider: name,
  kind: 'system',
})

/** The failure with the voice's name in it, and without what the voice was to say. */
function named(error: unknown, voice: string, text: string | null): unknown {
  if (!(error instanceof FailureError)) return error
  const { code, params, detail } = error.failure
  if (code !== 'voice-failed' && code !== 'voice-crashed') return error
  const told = detail === undefined || text === null ? detail : withoutText(detail, text)
  return fail(code, { ...params, voice }, told)
}

/** The promise, or AbortError as soon as the signal aborts; what it stands for goes on for others. */
function unless<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(abortError())
    signal.addEventListener('abort', giveUp, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
