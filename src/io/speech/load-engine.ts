// Which engine speaks for which provider; each is loaded only where and when it is needed.
import { assertNever } from '../../core/base/invariant.ts'
import type { EmbeddedName } from './embedded-name.ts'
import type { VoiceEngine } from './voice-engine.ts'

export async function loadEngine(provider: EmbeddedName): Promise<VoiceEngine> {
  switch (provider) {
    case 'espeak':
      return (await import('./espeak.ts')).createEspeak()
    case 'flite':
      return (await import('./flite.ts')).createFlite()
    default:
      return assertNever(provider)
  }
}
