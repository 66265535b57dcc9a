// The neural voices of a data folder: what is there, adding, removing, downloading.
import { randomUUID } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NeuralVoice } from '../../../contract/index.ts'
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import { abortError, type Clock } from '../../../core/base/scope.ts'
import type { AddingVoice, NeuralVoices } from '../../../core/ports/neural-voices.ts'
import { fsFailure } from '../../codecs/fs-failure.ts'
import { collectVoice } from './collect-voice.ts'
import { downloadFiles } from './download-files.ts'
import type { LoadableVoice } from './engine-settings.ts'
import { damaged, type FoundVoice } from './found-voice.ts'
import { languageName, languageTags } from './languages.ts'
import type { LoadedModel } from './speaker.ts'
import { inspectVoice } from './voice-folder.ts'
import type { OfferedVoice } from './voice-offers.ts'
import {
  digestVoice,
  incoming,
  lookOver,
  readRecords,
  recordName,
  type VoiceRecord,
} from './voice-record.ts'

export type VoiceLibrary = NeuralVoices & {
  /** The records of what can be spoken with. */
  ready(): VoiceRecord[]
  record(id: string): VoiceRecord | null
  folderOf(id: string): string
  /** From now on, until the studio ends, it is not spoken with. */
  markDamaged(id: string, reason: string): void
  /** Told after the list has changed. Returns the function that stops it. */
  onChange(listener: () => void): () => void
}

export type VoiceLibraryOptions = {
  /** Absolute; a folder for each voice. */
  root: string
  clock: Clock
  offers: readonly OfferedVoice[]
  /** Loads it once in a process of its own. Fails with `voice-damaged`, `voice-crashed` … */
  tryVoice: (voice: LoadableVoice & { needsSpeechData: boolean }) => Promise<LoadedModel>
  /** Ends what holds the files of a voice that is about to go. */
  onRemoving: (id: string) => Promise<void>
  /** False beside whoever has the library open: what is on its way into it is left alone. */
  isOurs?: boolean
}

/** Below the folder of voices. */
const downloads = '.downloads'

/** Reads the records at once, so that recipes can be made from the start. */
export function createVoiceLibrary(options: VoiceLibraryOptions): VoiceLibrary {
  const { root, clock, offers, tryVoice, onRemoving } = options
  const left = options.isOurs === false ? [] : readdirSync(root)
  for (const name of left.filter((each) => each.startsWith(incoming)))
    rmSync(join(root, name), { recursive: true, force: true })
  const records = readRecords(root)
  const faults = new Map<string, string>()
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const folderOf = (id: string) => join(root, id)

  const describe = async (id: string, record: VoiceRecord | null): Promise<NeuralVoice> => {
    const { bytes, fault } = await lookOver(folderOf(id), record)
    const reason = fault ?? faults.get(id) ?? null
    if (fault !== null) faults.set(id, fault)
    return {
      id,
      label: record?.label ?? id,
      family: record?.family ?? 'vits',
      languages: record?.languages ?? [],
      speakers: record?.speakers ?? [''],
      sampleRate: record?.sampleRate ?? 16_000,
      bytes,
      licence: record?.licence ?? null,
      source: record?.source ?? null,
      state: reason === null ? { kind: 'ready' } : { kind: 'damaged', reason },
    }
  }

  const check = async (found: FoundVoice, folder: string): Promise<LoadedModel> => {
    const { family, files, name, raw, language, needsSpeechData } = found
    try {
      const scales = raw?.scales ?? {}
      const voice = { family, files, folder, scales, speechData: null, language, needsSpeechData }
      return await tryVoice(voice)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      const { code, params, detail } = error.failure
      if (code === 'voice-damaged') throw damaged(name, String(params['reason']), detail)
      if (code === 'voice-timeout') throw damaged(name, 'the engine did not finish loading it')
      throw error
    }
  }

  const install = async (
    path: string,
    adding: AddingVoice,
    origin: Pick<OfferedVoice, 'id' | 'label' | 'licence' | 'source'> | null,
  ) => {
    const stage = join(root, `${incoming}${randomUUID()}`)
    try {
      const found = fromOffer(await inspectVoice(path), origin)
      await collectVoice(found, stage, origin === null ? 'copy' : 'move', adding)
      adding.onProgress?.({ stage: 'checking', doneBytes: 0, totalBytes: 0 })
      const { digest, sizes } = await digestVoice(stage, found)
      const twin = [...records.values()].find((record) => record?.digest === digest)
      const standing = twin ? await describe(twin.id, twin) : null
      if (standing?.state.kind === 'ready') return standing
      const { speakers } = await check(found, stage)
      if (adding.signal?.aborted) throw abortError()
      const record = recordOf(found, speakers, { digest, sizes })
      await writeFile(join(stage, recordName), JSON.stringify(record, null, 2))
      const mended = twin?.id ?? brokenNamesake(found.name)
      if (mended !== null) await clear(mended)
      // In one go, so that nobody else gets the name in between.
      const id = mended ?? freeId(found.name, records)
      renameSync(stage, folderOf(id))
      records.set(id, { ...record, id })
      faults.delete(id)
      changed()
      return await describe(id, { ...record, id })
    } catch (error) {
      throw fsFailure(error, root)
    } finally {
      // What cannot be removed now is at the next start.
      await rm(stage, { recursive: true, force: true }).catch(() => {})
    }
  }

  const brokenNamesake = (name: string): string | null =>
    records.get(plainName(name)) === null ? plainName(name) : null
  const clear = async (id: string) => {
    await onRemoving(id)
    await rm(folderOf(id), { recursive: true, force: true, maxRetries: 3 })
  }

  return {
    folderOf,
    record: (id) => records.get(id) ?? null,
    ready: () =>
      [...records.values()].flatMap((record) => (record && !faults.has(record.id) ? [record] : [])),
    markDamaged(id, reason) {
      faults.set(id, reason)
      changed()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    list: () => Promise.all([...records].map(([id, record]) => describe(id, record))),
    add: (path, adding = {}) => install(path, adding, null),
    async remove(id) {
      if (!records.has(id)) throw fail('not-found', { kind: 'voice' })
      records.delete(id)
      faults.delete(id)
      changed()
      await clear(id)
    },
    offers: () => offers.map(({ files: _, ...offer }) => offer),
    async download(offerId, adding = {}) {
      const offer = offers.find(({ id }) => id === offerId)
      if (!offer) throw fail('not-found', { kind: 'voice' })
      const folder = join(root, downloads, offer.id)
      await downloadFiles(offer, folder, { ...adding, clock })
      try {
        return await install(folder, adding, offer)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

/** What the papers say of the licence comes first: it is the makers' word. */
function fromOffer(
  found: FoundVoice,
  offer: Pick<OfferedVoice, 'id' | 'label' | 'licence' | 'source'> | null,
): FoundVoice {
  if (offer === null) return found
  const { id, label, licence, source } = offer
  return { ...found, name: id, label, source, licence: found.licence ?? licence }
}

function recordOf(
  found: FoundVoice,
  loadedSpeakers: number,
  own: Pick<VoiceRecord, 'digest' | 'sizes'>,
): Omit<VoiceRecord, 'id'> {
  const languages = languageTags(found.language)
  return {
    version: 1,
    ...own,
    label: found.label ?? labelOf(found.name, languages[0]),
    family: found.family,
    files: found.files,
    scales: found.raw?.scales ?? {},
    languages,
    // The engine's word counts.
    speakers: Array.from({ length: loadedSpeakers }, (_, id) => found.speakers[id] ?? ''),
    sampleRate: found.sampleRate,
    licence: found.licence,
    source: found.source,
    needsSpeechData: found.needsSpeechData,
  }
}

/** `vits-piper-en_US-amy-low` → `Amy low, English (United States)`. */
function labelOf(name: string, language: string | undefined): string {
  const words = name
    .replace(/^(vits|piper|matcha|icefall|sherpa|onnx|-)*-/i, '')
    .replace(/^[a-z]{2,3}[_-][A-Z]{2}-/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
  const title = words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
  return language === undefined ? title : `${title}, ${languageName(language)}`
}

/** Letters that every file system and every terminal takes. */
function plainName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80)
  return plain === '' ? 'voice' : plain
}

function freeId(name: string, taken: ReadonlyMap<string, unknown>): string {
  const base = plainName(name)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}
