// Commands of translations: what one would need, made or brought up to date, and which there are.
import { z } from 'zod'
import { started } from './command-shapes.ts'
import { ScriptEstimate } from './script.ts'
import { TranslatedEdition, TranslationRequest } from './translation.ts'

export const translationCommands = {
  /** Sends nothing. */
  'translation.estimate': {
    args: TranslationRequest.omit({ budget: true }),
    reply: ScriptEstimate,
  },
  /**
   * Asks the model for what nobody has translated yet, and makes an edition of it, or brings the one that is there
   * up to date. Fails with `no-language-model`, `same-language`.
   */
  'translation.start': { args: TranslationRequest, reply: started },
  /** Of a book, the last opened first. */
  'translation.editions': {
    args: z.object({ projectId: z.string() }),
    reply: z.object({ editions: z.array(TranslatedEdition) }),
  },
} as const
