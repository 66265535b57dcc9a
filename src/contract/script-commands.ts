// Commands of the script: the language model, what it is asked, and the proposals.
import { z } from 'zod'
import { done, none, started } from './command-shapes.ts'
import { LanguageModel, LanguageModelView } from './language-model.ts'
import { Proposal, ScriptEstimate, ScriptKind, ScriptRequest, UnansweredItem } from './script.ts'

const ofProposals = z.object({ projectId: z.string(), keys: z.array(z.string()).min(1).max(5000) })

export const scriptCommands = {
  'script.model': { args: none, reply: LanguageModelView },
  /** A key stays only while the address is the one that it was entered for. */
  'script.setModel': { args: z.object({ model: LanguageModel }), reply: LanguageModelView },
  /** With its key. Its answers stay. */
  'script.removeModel': { args: none, reply: LanguageModelView },
  /** Null forgets it. */
  'script.setKey': {
    args: z.object({ key: z.string().max(1000).nullable() }),
    reply: LanguageModelView,
  },
  /** Asks for its models and one word; a failure is part of the answer. */
  'script.check': { args: none, reply: LanguageModelView },

  /** Sends nothing. */
  'script.estimate': { args: ScriptRequest.omit({ budget: true }), reply: ScriptEstimate },
  /** Asks the model for what nobody has answered yet. Fails with `no-language-model`. */
  'script.start': { args: ScriptRequest, reply: started },
  /** What is proposed now and not taken yet: the surest kind by kind, so many of each. */
  'script.proposals': {
    args: z.object({
      projectId: z.string(),
      kinds: z.array(ScriptKind).min(1),
      most: z.number().int().min(1).max(2000),
    }),
    reply: z.object({
      /** How many there are, those not told included. */
      totals: z.record(ScriptKind, z.number().int()),
      proposals: z.array(Proposal),
      /** Of the last asking since the studio opened. */
      unanswered: z.array(UnansweredItem),
    }),
  },
  /** One step for undo. Those that the book has left behind are passed over. */
  'script.take': {
    args: ofProposals,
    reply: z.object({
      taken: z.number().int(),
      revision: z.number().int(),
      /** Whether an export had to end, because its rows are elsewhere now. */
      ended: z.boolean(),
    }),
  },
  /** Not to be shown again, or shown again after all. */
  'script.dismiss': {
    args: ofProposals.extend({ dismissed: z.boolean() }),
    reply: done,
  },
} as const
