// studio.*, voice.preview, cache.*, performance.*, settings.*: everything that belongs to no book.
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'
import { voiceSample } from '../voice-sample.ts'
import type { Watch } from '../watch.ts'

/** A fact that nobody keeps: asking for it tells that the store answers. */
const healthFact = 'health'
/** With less free, a night's narration is likely to end before the book does. */
const leastDiskBytes = 2e9

export function studioCommands(
  parts: StudioParts,
  watch: Watch,
): HandlersOf<
  | 'studio.describe'
  | 'studio.health'
  | 'voice.preview'
  | 'cache.stats'
  | 'cache.clear'
  | 'performance.read'
  | 'performance.operations'
  | 'settings.read'
  | 'settings.change'
> {
  const { context } = parts
  const { options, takes, codecs, settings, events } = context
  const began = context.clock.monotonic()
  return {
    'studio.describe': async () => ({
      version: options.version,
      door: options.door,
      dataFolder: options.dataFolder,
      firstRun: (await context.projects.list()).length === 0,
    }),
    async 'studio.health'() {
      await context.projects.recall(healthFact)
      const freeDiskBytes = await context.freeDisk()
      const isLow = freeDiskBytes !== null && freeDiskBytes < leastDiskBytes
      return {
        status: isLow ? 'disk-low' : 'ok',
        version: options.version,
        freeDiskBytes,
        upSeconds: (context.clock.monotonic() - began) / 1000,
      }
    },
    async 'voice.preview'({ voice }) {
      const sample = await voiceSample(parts, voice)
      await codecs.renderPreview(sample, context.scope.signal)
      const address = `/media/voice/${encodeURIComponent(voice)}/${sample.key}.mp4`
      return { address, durationSeconds: sample.samples / sample.sampleRate }
    },
    'cache.stats': async () => ({
      kinds: [await takes.stats(), ...(await codecs.stats()), await context.keptBooks.stats()],
      maxBytes: context.settingsInForce().cacheMaxBytes,
    }),
    async 'cache.clear'() {
      const [spoken, made] = [await takes.clear(), await codecs.clear()]
      return { freedBytes: spoken.freedBytes + made.freedBytes }
    },
    'performance.read': async () => ({ samples: await watch.samples() }),
    'performance.operations': async () => ({ operations: context.measures.read() }),
    'settings.read': async () => ({ settings: await settings.read() }),
    async 'settings.change'({ name, value }) {
      const setting = await settings.change(name, value)
      events.emit('settings.changed', { setting })
      return setting
    },
  }
}
