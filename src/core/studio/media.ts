// What stands behind the addresses below /media/: mastered segments, whole chapters, covers, exports.
import { nameOfPath } from '../base/name-of-path.ts'
import {
  exportFormats,
  formatOfName,
  type ChapterPlan,
  type Stretch,
  mediaAddresses,
} from '../../contract/index.ts'
import { wavHeader } from '../audio/wav-header.ts'
import { FailureError } from '../base/failure-error.ts'
import { samplesOf } from '../master/stretch-samples.ts'
import type { Codecs } from '../ports/codecs.ts'
import type { Media } from '../ports/media.ts'
import type { Picture } from '../ports/projects.ts'
import { withMending } from './takes/mending.ts'
import type { StudioParts } from './studio-parts.ts'
import { voiceSample } from './voices/voice-sample.ts'

const wholeFile = Number.MAX_SAFE_INTEGER

/** Renders a stretch and tells where it is heard. */
export async function rendered(codecs: Codecs, stretch: Stretch, signal: AbortSignal) {
  await codecs.renderPreview(stretch, signal)
  const durationSeconds = stretch.samples / stretch.sampleRate
  return { address: mediaAddresses.preview(stretch.key), durationSeconds }
}

/** Null where nothing stands behind the address (any more). What is missing is made again. */
export function createMedia(parts: StudioParts): (path: string) => Promise<Media | null> {
  const { context, downloads, plans } = parts
  const { projects, codecs, sounds, options, scope } = context

  const sound = (mediaType: string, file: string): Media => ({
    mediaType,
    immutable: true,
    parts: [{ file, offset: 0, length: wholeFile }],
  })
  const picture = ({ mediaType, bytes }: Picture): Media => ({
    mediaType,
    immutable: true,
    parts: [{ bytes }],
  })
  const segment = async (projectId: string, chapterId: string, segmentId: string, key: string) => {
    // The key names the sound: what was made under it is right, whatever has become of the chapter.
    const found = await preview(key)
    if (found !== null) return found
    const project = await projects.read(projectId)
    return withMending(parts, { project, chapterId, signal: scope.signal }, async () => {
      const planned = await plans.plan(project, chapterId, { stale: true }, scope.signal)
      const made = plans
        .mastered(projectId, planned)
        .find(({ span }) => span.segmentId === segmentId)
      if (made?.stretch.key !== key) return null
      const name = await codecs.renderPreview(made.stretch, scope.signal)
      return sound('audio/mp4', options.previewPath(name))
    })
  }
  /** Made by whoever gave the address away; it is made again by asking for it again. */
  const preview = async (key: string): Promise<Media | null> => {
    const found = /^[0-9a-f]{64}$/.test(key) ? await codecs.findPreview(key) : null
    return found === null ? null : sound('audio/mp4', options.previewPath(found))
  }
  const chapter = async (projectId: string, chapterId: string): Promise<Media | null> => {
    const project = await projects.read(projectId)
    return withMending(parts, { project, chapterId, signal: scope.signal }, async () => {
      const { plan, missing } = await plans.plan(project, chapterId, { stale: true }, scope.signal)
      if (missing.some(({ stale }) => !stale)) return null
      return { mediaType: 'audio/wav', immutable: false, parts: await chapterParts(plan) }
    })
  }
  const chapterParts = async (plan: ChapterPlan): Promise<Media['parts']> => {
    const samples = samplesOf(plan.groups)
    const header = wavHeader({ sampleRate: plan.sampleRate, channels: 1, samples })
    const groups: Media['parts'] = []
    for (const group of plan.groups) {
      const { key, start, bytes } = await codecs.encode([group], { codec: 'pcm' }, scope.signal)
      groups.push({ file: options.encodePath(key), offset: start, length: bytes })
    }
    return [{ bytes: header }, ...groups]
  }
  const voice = async (id: string, key: string) => {
    const sample = await voiceSample(parts, id)
    if (sample.key !== key) return null
    const name = await codecs.renderPreview(sample, scope.signal)
    return sound('audio/mp4', options.previewPath(name))
  }
  const librarySound = (id: string): Media | null => {
    const path = sounds.path(id)
    return path === null ? null : sound('audio/wav', path)
  }
  const cover = async (projectId: string, key: string | null): Promise<Media | null> => {
    const found = await projects.picture(projectId, key)
    return found && picture(found)
  }
  const finished = (ticket: string): Media => {
    const path = downloads.find(ticket)
    const downloadName = nameOfPath(path)
    const format = formatOfName(downloadName)
    const mediaType = format ? exportFormats[format].mediaType : 'application/octet-stream'
    return { ...sound(mediaType, path), immutable: false, downloadName }
  }

  const find = async (path: string): Promise<Media | null> => {
    const [kind, ...words] = path
      .replace(/^\/?media\//, '')
      .split('/')
      .map(decodeURIComponent)
    const [one = '', two = '', three = '', four = ''] = words
    const stem = (word: string) => word.replace(/\.[a-z0-9]+$/, '')
    if (kind === 'segment' && words.length === 4) return segment(one, two, three, stem(four))
    if (kind === 'preview' && words.length === 1) return preview(stem(one))
    if (kind === 'chapter' && words.length === 2) return chapter(one, stem(two))
    if (kind === 'voice' && words.length === 2) return voice(one, stem(two))
    if (kind === 'sound' && words.length === 1) return librarySound(stem(one))
    if (kind === 'cover' && words.length === 1) return cover(one, null)
    if (kind === 'cover' && words.length === 2) return cover(one, two)
    if (kind === 'export' && words.length === 1) return finished(one)
    return null
  }
  return async (path) => {
    try {
      return await find(path)
    } catch (error) {
      // An address that is not even an address.
      if (error instanceof URIError) return null
      const gone = ['not-found', 'voice-unknown']
      if (error instanceof FailureError && gone.includes(error.failure.code)) return null
      throw error
    }
  }
}
