// The Codecs port: what is made already is found, equal work is done once, the rest goes to the crew.
import { randomBytes } from 'node:crypto'
import { rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Group } from '../../contract/index.ts'
import { fail, FailureError } from '../../core/base/failure-error.ts'
import { encodeKey } from '../../core/export/encode-key.ts'
import { samplesOf } from '../../core/master/stretch-samples.ts'
import type { Codecs, EncodedPiece, Encoding, SoundPart } from '../../core/ports/codecs.ts'
import type { PreparedTake } from '../../core/ports/takes.ts'
import { createCrew, type CrewOptions } from './codec-crew.ts'
import {
  loadDeadlineMs,
  measureDeadlineMs,
  prepareDeadlineMs,
  renderDeadlineMs,
  shrinkDeadlineMs,
  writeDeadlineMs,
} from './codec-deadlines.ts'
import type { EngineName } from './codec-engine.ts'
import { engineVersions } from './engine-versions.ts'
import { fsFailure } from './fs-failure.ts'
import type { EngineChoice } from './load-engine.ts'
import { encodePath, previewName } from './made-files.ts'
import { createMadeStore } from './made-store.ts'
import { encodedPiece, readPacketHeader } from './packet-file.ts'
import { soundFileBytes } from './sound-file.ts'
import { createSharedWork } from './shared-work.ts'
import { createSparePreviews, isWithoutRoom } from './spare-previews.ts'
import { removeDeadParts, removePart } from './part-files.ts'
import { hasWholeBoxes } from './whole-boxes.ts'

export type CodecPool = Codecs & {
  /** The codecs in use, and why these. Fails with `codec-failed` when none can be loaded. */
  engine(): Promise<EngineChoice>
  /** Where an encoded piece lies, to be served by range. */
  encodePath(key: string): string
  /** Where the name lies that `renderPreview` answered. */
  previewPath(name: string): string
  /** Ends the children; what was under way is aborted. */
  close(): Promise<void>
}

export type PoolOptions = Omit<CrewOptions, 'codecs'> & {
  /** Which codecs to use; null: the native ones where they can be loaded, else WASM. */
  codecs: EngineName | null
}

/** The folders are looked through at least this often, for what nobody has used for long. */
const lookEveryMs = 3_600_000

/** What a person records for one segment: whole in memory once, so no more than this. */
const mostRecordedBytes = 128 * 1024 ** 2
const mostRecordedSeconds = 600

/** Children start with the first job. Call `close` at the end. */
export function createCodecs(options: PoolOptions): CodecPool {
  const { folder, clock } = options
  let wish = options.codecs
  const crew = createCrew({ ...options, codecs: () => wish })
  /** What is expected, so that what is there is found without a child; then what the first child tells. */
  let version = engineVersions[wish ?? 'native']
  let choosing: Promise<EngineChoice> | null = null
  /** The first child chooses, for all: packets are kept under the version of what made them. */
  const choose = async (): Promise<EngineChoice> => {
    const signal = new AbortController().signal
    const choice = await crew.run('load', null, { signal, deadlineMs: loadDeadlineMs })
    wish = choice.name
    version = choice.version
    options.log[choice.reason === 'fallback' ? 'warn' : 'info']('codecs', choice)
    return choice
  }
  const engine = () =>
    (choosing ??= choose().catch((error: unknown) => {
      choosing = null
      throw error
    }))
  const shared = createSharedWork()
  const encodes = createMadeStore('encodes', folder.encodes, clock)
  const previews = createMadeStore('previews', folder.previews, clock)
  let lookedAt = -Infinity

  const remove = (path: string) => unlink(path).catch(() => {})
  const discard = async (sounds: readonly SoundPart[]) => {
    for (const sound of sounds) if ('file' in sound) await remove(resolve(folder.spool, sound.file))
  }
  /** Named here: a child that is aborted, crashed or hung cannot tidy up. */
  const intoSpool = async <T>(
    kind: string,
    ending: string,
    make: (file: string, onAbandoned: () => void) => Promise<T>,
  ): Promise<T> => {
    const file = `${kind}-${randomBytes(8).toString('hex')}.${ending}`
    const path = resolve(folder.spool, file)
    try {
      return await make(file, () => void remove(path))
    } catch (error) {
      await remove(path)
      throw error
    }
  }
  const prepareTake = (sounds: readonly SoundPart[], signal: AbortSignal): Promise<PreparedTake> =>
    intoSpool('take', 'flac', (file, onAbandoned) => {
      const run = { signal, deadlineMs: prepareDeadlineMs, onAbandoned }
      return crew.run('prepare', { sounds, file }, run)
    })
  const spare = createSparePreviews()
  const previewPath = (name: string) => spare.find(name) ?? join(folder.previews, name)
  const previewThere = async (name: string): Promise<boolean> => {
    const usual = join(folder.previews, name)
    if (await previews.find(usual, () => hasWholeBoxes(usual))) return true
    const place = spare.find(name)
    return place !== null && hasWholeBoxes(place)
  }

  const encode = (
    groups: readonly Group[],
    encoding: Encoding,
    engineVersion: string,
    signal: AbortSignal,
  ): Promise<EncodedPiece> => {
    const keys = groups.map((group) => group.key)
    const key = encodeKey(keys, encoding, engineVersion)
    const path = encodePath(folder, key)
    return shared.join(key, signal, async (stop) => {
      const samples = samplesOf(groups)
      const found: EncodedPiece[] = []
      await encodes.find(path, async () => {
        const packets = await readPacketHeader(path)
        if (packets?.header.samples !== samples) return false
        found.push(encodedPiece(key, packets))
        return true
      })
      if (found[0]) return found[0]
      const actual = (await engine()).version
      if (actual !== engineVersion) return encode(groups, encoding, actual, stop)
      const deadlineMs = renderDeadlineMs({ samples, sampleRate: groups[0]?.sampleRate ?? 1 })
      const order = { groups, encoding, key, path }
      const made = await crew.run('encode', order, { signal: stop, deadlineMs })
      encodes.added(made.bytes)
      return made
    })
  }

  return {
    engine,
    encodePath: (key) => encodePath(folder, key),
    previewPath,
    async prepare(sounds, signal) {
      try {
        await engine()
        return await prepareTake(sounds, signal)
      } finally {
        await discard(sounds)
      }
    },
    async check(file, said, signal) {
      await engine()
      return crew.run('check', { file, said }, { signal, deadlineMs: prepareDeadlineMs })
    },
    async prepareRecording(path, signal) {
      const name = basename(path)
      if (soundFileBytes(path) > mostRecordedBytes)
        throw fail('sound-too-long', { name, limitSeconds: mostRecordedSeconds })
      await engine()
      try {
        return await prepareTake([{ file: resolve(path) }], signal)
      } catch (error) {
        // Nobody spoke it: what is wrong is wrong with the file.
        const isMute = error instanceof FailureError && error.failure.code === 'voice-failed'
        throw isMute ? fail('not-sound', { name }, error.failure.detail) : error
      }
    },
    async prepareSound(path, limitSeconds, onReport, signal) {
      const { size } = await stat(path).catch(() => ({ size: 0 }))
      const deadlineMs = measureDeadlineMs(size)
      return intoSpool('sound', 'wav', (file, onAbandoned) =>
        crew.run(
          'sound',
          { path, limitSeconds, file },
          { signal, deadlineMs, onReport, onAbandoned },
        ),
      )
    },
    discard,
    encode: (groups, encoding, signal) => encode(groups, encoding, version, signal),
    renderPreview(stretch, signal) {
      const name = previewName(stretch.key)
      return shared.join(name, signal, async (stop) => {
        if (await previewThere(name)) return name
        await engine()
        const run = { signal: stop, deadlineMs: renderDeadlineMs(stretch) }
        const render = (path: string) => crew.run('preview', { stretch, path }, run)
        try {
          previews.added(await render(join(folder.previews, name)))
        } catch (error) {
          // Who listens shall hear it all the same.
          if (!isWithoutRoom(error)) throw error
          options.log.warn('a preview rests in the temporary folder', { error: String(error) })
          await render(spare.placeFor(name))
        }
        return name
      })
    },
    async findPreview(key) {
      const name = previewName(key)
      return (await previewThere(name)) ? name : null
    },
    async shrinkPicture(picture, limits, signal) {
      await engine()
      return crew.run('shrink', { picture, limits }, { signal, deadlineMs: shrinkDeadlineMs })
    },
    async measureFile(path, signal) {
      // What is not there is told by the child, as all that is wrong with a file.
      await engine()
      const { size } = await stat(path).catch(() => ({ size: 0 }))
      return crew.run('measure', path, { signal, deadlineMs: measureDeadlineMs(size) })
    },
    async writeFile(request, onProgress, signal) {
      const target = resolve(request.target)
      const writing = randomBytes(4).toString('hex')
      try {
        await removeDeadParts(target)
        const order = { request: { ...request, target }, writing }
        const deadlineMs = writeDeadlineMs(request)
        const run = { signal, deadlineMs, onReport: onProgress }
        // Copying needs no FFmpeg, and its index grows with the book: a fresh child has room for it.
        crew.rest()
        const { part, ...written } = await crew.run('write', order, run)
        // Named here, not by the child: a cancel that comes while it ends is obeyed all the same.
        signal.throwIfAborted()
        await rename(part, target).catch((error: unknown) => {
          throw fsFailure(error, dirname(target))
        })
        return written
      } catch (error) {
        // Its child is dead by now when it was aborted, crashed or hung, and could not tidy up.
        await removePart(target, writing)
        throw error
      }
    },
    rest: async () => crew.rest(),
    stats: async () => [await encodes.stats(), await previews.stats()],
    async sweep({ ttlSeconds, maxBytes }) {
      const unusedMs = ttlSeconds * 1000
      const now = clock.monotonic()
      const used = [await previews.bytes(), await encodes.bytes()] as const
      const isDue = now - lookedAt >= Math.min(lookEveryMs, unusedMs)
      if (!isDue && used[0] + used[1] <= maxBytes) return { freedBytes: 0 }
      lookedAt = now
      // A tenth is left free, so that not every sweep has to look. Previews are made again quickest.
      const wanted = used[0] + used[1] > maxBytes ? maxBytes * 0.9 : maxBytes
      const fromPreviews = await previews.trim(unusedMs, Math.max(0, wanted - used[1]))
      const room = Math.max(0, wanted - (await previews.bytes()))
      const fromEncodes = await encodes.trim(unusedMs, room)
      return { freedBytes: fromPreviews + fromEncodes }
    },
    async clear() {
      return { freedBytes: (await encodes.clear()) + (await previews.clear()) }
    },
    async close() {
      await crew.close()
      spare.close()
    },
  }
}
