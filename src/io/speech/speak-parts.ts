// Spoken parts through an engine: text that belongs together in one breath, pauses as silence between.
import type { SpokenPart } from '../../contract/index.ts'
import { splitSpoken } from '../../core/segment/split-spoken.ts'
import type { SoundBuffer } from './sound-buffer.ts'
import type { VoiceEngine } from './voice-engine.ts'

/** Longer text is spoken in parts, so that memory and the way to a cancellation stay short. */
export const maxCharacters = 1000

export type Utterance = { text: string } | { pauseMs: number }

/** Joins neighbouring texts. Where a part has phonemes, its text is spoken until an engine takes them. */
export function utterancesOf(parts: readonly SpokenPart[]): Utterance[] {
  const utterances: Utterance[] = []
  for (const part of parts) {
    const last = utterances.at(-1)
    if ('pauseMs' in part) utterances.push({ pauseMs: part.pauseMs })
    else if (last && 'text' in last) last.text += part.text
    else utterances.push({ text: part.text })
  }
  return utterances
}

/** Whether there is a letter or digit: engines make noises of a lone sign. */
export const isSpeakable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Appends the sound of all parts; stops between and inside them once cancelled. */
export function speakParts(
  engine: VoiceEngine,
  request: { voice: string; rate: number; spoken: readonly SpokenPart[] },
  sound: SoundBuffer,
  isCancelled: () => boolean,
): void {
  const sampleRate = engine.sampleRate(request.voice)
  const groups = splitSpoken(request.spoken, maxCharacters)
  for (const utterance of groups.flatMap(utterancesOf)) {
    if (isCancelled()) return
    if ('pauseMs' in utterance) sound.pause(Math.round((utterance.pauseMs * sampleRate) / 1000))
    else if (isSpeakable(utterance.text)) engine.speak(utterance.text, request, sound, isCancelled)
  }
}
