// studio.describe, voice.preview, settings.*: everything that belongs to no book.
import { mediaAddresses } from '../../../contract/index.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'
import { voiceSample } from '../voices/voice-sample.ts'

export function studioCommands(
  parts: StudioParts,
): HandlersOf<'studio.describe' | 'voice.preview' | 'settings.read' | 'settings.change'> {
  const { context } = parts
  const { options, codecs, settings, events } = context
  return {
    'studio.describe': async () => ({
      version: options.version,
      door: options.door,
      dataFolder: options.dataFolder,
      firstRun: (await context.projects.list()).length === 0,
    }),
    async 'voice.preview'({ voice }) {
      const sample = await voiceSample(parts, voice)
      await codecs.renderPreview(sample, context.scope.signal)
      const address = mediaAddresses.voice(voice, sample.key)
      return { address, durationSeconds: sample.samples / sample.sampleRate }
    },
    'settings.read': async () => ({ settings: await settings.read() }),
    async 'settings.change'({ name, value }) {
      const setting = await settings.change(name, value)
      events.emit('settings.changed', { setting })
      return setting
    },
  }
}
