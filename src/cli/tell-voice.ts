// Says which voice reads a book where nobody has named one, and why, so that no choice goes unseen.
import type { VoiceKind } from '../contract/index.ts'
import type { VoiceProvider } from '../core/ports/speech.ts'

/** By kind of source; the embedded voices have a sentence of their own. */
const reasons: Readonly<Record<Exclude<VoiceKind, 'embedded'>, (label: string) => string>> = {
  server: (label) => `your speech server “${label}” speaks its language`,
  neural: () => 'it is installed here and speaks its language',
  system: () => 'this system has it, and it speaks its language',
}

/**
 * Null where a budget can stop the narration, or nothing costs anything. What a server costs is known of a
 * few hosted ones, and where a person has said it.
 */
export function tellBudget(
  speakers: readonly (Pick<VoiceProvider, 'capabilities' | 'label'> | undefined)[],
): string | null {
  const unpriced = speakers.find(
    (source) => source?.capabilities.kind === 'server' && source.capabilities.price === null,
  )
  if (!unpriced) return null
  return (
    `Nobody knows what “${unpriced.label}” costs: --budget does not stop it. ` +
    `Its price can be set where its server is (lectern serve, Voices).`
  )
}

/**
 * Null where there is nothing to tell: a book that has its voice already keeps it, and only a draft voice
 * is called one again. `isNew`: the book got its voice just now. A source that is gone is told by others.
 */
export function tellVoice(
  voice: string,
  provider: Pick<VoiceProvider, 'capabilities' | 'label'> | undefined,
  isNew: boolean,
): string | null {
  if (!provider) return null
  const { kind } = provider.capabilities
  if (kind === 'embedded')
    return (
      `“${voice}” is a draft voice. For a better one, add a neural voice (lectern voices add FOLDER) ` +
      `or name a speech server (--server URL).`
    )
  if (!isNew) return null
  return `“${voice}” reads this book: ${reasons[kind](provider.label)}. --voice names another.`
}
