// studio.*, voice.preview, cache.*, performance.*, settings.*: everything that belongs to no book.
import type { VoiceId } from '../../../contract/index.ts'
import { renderRate } from '../../../contract/index.ts'
import { digestJson } from '../../base/digest.ts'
import { fail } from '../../base/failure-error.ts'
import { planTake } from '../../master/plan-take.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { Watch } from '../watch.ts'

/** A voice's sample as it is heard: its calibration passage, levelled like a book. */
export async function masterPreview(parts: StudioParts, voice: VoiceId) {
  const { context, levels } = parts
  const { takeId } = await levels.passage(voice, context.scope.signal)
  const take = (await context.takes.find([takeId])).get(takeId)
  if (!take) throw fail('not-found', { kind: 'voice' })
  const gainDb = await levels.gainDb(voice, context.scope.signal)
  const { clips, samples } = planTake(take, gainDb, renderRate)
  return { key: digestJson({ preview: 1, samples, clips }), clips, samples }
}

export function studioCommands(
  parts: StudioParts,
  watch: Watch,
): HandlersOf<
  | 'studio.describe'
  | 'voice.preview'
  | 'cache.stats'
  | 'cache.clear'
  | 'performance.read'
  | 'settings.read'
  | 'settings.change'
> {
  const { context } = parts
  const { options, takes, codecs, settings, events } = context
  return {
    'studio.describe': async () => ({
      version: options.version,
      door: options.door,
      dataFolder: options.dataFolder,
      firstRun: (await context.projects.list()).length === 0,
    }),
    async 'voice.preview'({ voice }) {
      const { key, clips, samples } = await masterPreview(parts, voice)
      await codecs.renderPreview(key, clips, samples, context.scope.signal)
      const address = `/media/voice/${encodeURIComponent(voice)}/${key}.mp4`
      return { address, durationSeconds: samples / renderRate }
    },
    'cache.stats': async () => ({
      kinds: [await takes.stats(), ...(await codecs.stats())],
      maxBytes: context.settingsInForce().cacheMaxBytes,
    }),
    async 'cache.clear'() {
      const [spoken, made] = [await takes.clear(), await codecs.clear()]
      return { freedBytes: spoken.freedBytes + made.freedBytes }
    },
    async 'performance.read'() {
      await watch.sample()
      return { samples: watch.samples() }
    },
    'settings.read': async () => ({ settings: await settings.read() }),
    async 'settings.change'({ name, value }) {
      const setting = await settings.change(name, value)
      events.emit('settings.changed', { setting })
      return setting
    },
  }
}
