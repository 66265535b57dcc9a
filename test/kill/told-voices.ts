// Voices that tell what they have spoken: the witness of what was spoken twice.
import type { VoiceProvider, VoiceSources } from '../../src/core/ports/speech.ts'

/** The same sources; `onSpoken` gets the text of every sound that a voice has answered with. */
export function toldOf(sources: VoiceSources, onSpoken: (text: string) => void): VoiceSources {
  const told = new WeakMap<VoiceProvider, VoiceProvider>()
  const telling = (provider: VoiceProvider): VoiceProvider => {
    const speak: VoiceProvider['speak'] = async (request, signal) => {
      const sound = await provider.speak(request, signal)
      onSpoken(request.spoken.map((part) => ('text' in part ? part.text : '')).join(''))
      return sound
    }
    return Object.create(provider, { speak: { value: speak } }) as VoiceProvider
  }
  return {
    all: () =>
      sources.all().map((provider) => {
        const known = told.get(provider) ?? telling(provider)
        told.set(provider, known)
        return known
      }),
    onChange: (listener) => sources.onChange(listener),
  }
}
