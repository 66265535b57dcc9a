// The script of a book: what its own words, or a language model, propose for how it is performed.
import { z } from 'zod'
import { CharacterDescription } from './cast.ts'
import { Delivery } from './delivery.ts'
import { longest } from './longest.ts'

/**
 * `who` speaks a line, which `people` there are and how they sound, `how` a line is delivered, `words` that are hard to
 * say, what is said for the `ear` of a line that is made for the eye, and a `description` of the book for its finished
 * files. None of them changes a word of the book; `ear` alone writes what is spoken beside it.
 */
export const scriptKinds = ['who', 'people', 'how', 'words', 'ear', 'description'] as const
export const ScriptKind = z.enum(scriptKinds)
export type ScriptKind = z.infer<typeof ScriptKind>

/** All that a model is asked about lines of a book: what it proposes, and another edition in another language. */
export const AskedKind = z.enum([...scriptKinds, 'translation'])
export type AskedKind = z.infer<typeof AskedKind>

export const ScriptRequest = z.object({
  projectId: z.string(),
  kinds: z.array(ScriptKind).min(1),
  /** Absent: the ticked ones. */
  chapterIds: z.array(z.string()).min(1).optional(),
  /** Most that may be spent, in the price's currency. */
  budget: z.number().min(0).optional(),
})
export type ScriptRequest = z.infer<typeof ScriptRequest>

export const ProposedSpeaker = z.object({
  /** UTF-16 offsets of the quotation in the row's text. */
  from: z.number().int(),
  to: z.number().int(),
  /** Of the book's cast, or the one that it gets. */
  character: z.string(),
  name: z.string(),
})
export type ProposedSpeaker = z.infer<typeof ProposedSpeaker>

/** What is said of a character. */
export const SaidOfPerson = z.discriminatedUnion('is', [
  /** Another one is the same person: its lines become the character's, and it leaves the cast. */
  z.object({ is: z.literal('same'), character: z.string(), name: z.string() }),
  z.object({ is: z.literal('described'), description: CharacterDescription }),
])

/** What taking it would change. */
export const ProposedChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('who'), speakers: z.array(ProposedSpeaker).min(1) }),
  /** The character is of the book's cast, or joins it. */
  z.object({
    kind: z.literal('people'),
    character: z.string(),
    name: z.string(),
    said: SaidOfPerson,
  }),
  z.object({ kind: z.literal('how'), delivery: Delivery }),
  z.object({
    kind: z.literal('words'),
    word: z.string(),
    say: z.string().max(longest.say),
    ipa: z.string().max(longest.ipa).optional(),
    /** Segments of the book that it stands in. */
    count: z.number().int(),
  }),
  /** Spoken instead of the row's text, which stays as it is. */
  z.object({ kind: z.literal('ear'), say: z.string().max(longest.text) }),
  z.object({ kind: z.literal('description'), say: z.string().max(longest.text) }),
])
export type ProposedChange = z.infer<typeof ProposedChange>

export const Proposal = z.object({
  /** Made from what it is about, so that it is another once that has changed. */
  key: z.string(),
  /** Where it stands, or stands first. */
  segmentId: z.string(),
  chapterId: z.string(),
  position: z.number().int(),
  text: z.string(),
  /** `book`: the book's own words tell it, without any model. */
  source: z.enum(['book', 'model']),
  /** 0 to 1; `sureFrom` and `doubtBelow` part them. */
  confidence: z.number(),
  change: ProposedChange,
})
export type Proposal = z.infer<typeof Proposal>

/** What was asked and not answered well, also alone. */
export const UnansweredItem = z.object({
  kind: AskedKind,
  segmentId: z.string(),
  position: z.number().int(),
  text: z.string(),
  /** `refused` by the model, no answer of the `shape` asked for, `missing`, or one that cannot be (`unlikely`). */
  reason: z.enum(['refused', 'shape', 'missing', 'unlikely']),
})
export type UnansweredItem = z.infer<typeof UnansweredItem>

/** What asking would need. */
export const ScriptEstimate = z.object({
  items: z.number().int(),
  /** Of them, answered before: asked for by nobody again. */
  known: z.number().int(),
  calls: z.number().int(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  /** The first call as it would be sent; null where none would. */
  sample: z.object({ system: z.string(), user: z.string() }).nullable(),
})
export type ScriptEstimate = z.infer<typeof ScriptEstimate>
