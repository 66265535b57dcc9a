// The cast of a book: its characters, and the voices that speak for them.
import { z } from 'zod'
import { longest } from './longest.ts'
import { VoiceId } from './voice.ts'

/** Colours that the face has for characters. */
export const castColours = 12

/** No book may have more characters. */
export const mostCharacters = 200

/** How a character's voice is to be thought of, whoever speaks for it. */
export const CharacterDescription = z.object({
  gender: z.enum(['she', 'he', 'unknown']),
  age: z.enum(['child', 'young', 'adult', 'old', 'unknown']),
  /** In a few English words: `low and unhurried`. Told to no voice. */
  phrase: z.string().trim().max(longest.phrase),
})
export type CharacterDescription = z.infer<typeof CharacterDescription>

export const Character = z.object({
  /** Stable within the book; segments name it as their speaker. */
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(longest.name),
  /** Null: the narrator's voice speaks for it. */
  voice: VoiceId.nullable(),
  /** Which of the face's colours. */
  colour: z
    .number()
    .int()
    .min(0)
    .max(castColours - 1),
  description: CharacterDescription.optional(),
  /** Ids that the book's own words give it under other names: lines found for them are its own. */
  also: z.array(z.string().max(64)).max(mostCharacters).optional(),
})
export type Character = z.infer<typeof Character>

/**
 * How a speaker is known, from the surest to none:
 * `speech-verb` a name beside a verb of speech (`said Anna`), `speech-verb-narrator` the one who tells
 * (`I said`), `speech-verb-noun` a description instead of a name (`said the old man`),
 * `speech-verb-pronoun` a pronoun beside the verb (`she said`), resolved, `continued` a further quotation
 * of a paragraph or speech whose speaker is known, `beat` the one whose doing stands beside it
 * (`Anna rose. “…”`), `turn` two who take turns, `unknown` nothing that suffices.
 */
export const evidenceKinds = [
  'speech-verb',
  'speech-verb-narrator',
  'speech-verb-noun',
  'speech-verb-pronoun',
  'continued',
  'beat',
  'turn',
  'unknown',
] as const
export const EvidenceKind = z.enum(evidenceKinds)
export type EvidenceKind = z.infer<typeof EvidenceKind>

/**
 * Less sure than this a line is told as doubtful. A cast file that says nothing of it takes up all others: who
 * wrote it has seen the doubtful ones in what the terminal printed.
 */
export const doubtBelow = 0.7
/** What the face takes up unless it is told otherwise: nobody need look at these lines again. */
export const sureFrom = 0.9

/** What `lectern cast --json` prints, with voices that a person has written into it. */
export const CastFile = z.looseObject({
  /** How sure a speaker must be. */
  confidence: z.number().min(0).max(1).optional(),
  characters: z
    .array(
      z.looseObject({
        id: z.string().min(1).max(64),
        name: z.string().min(1).max(longest.name).optional(),
        /** As `--voice` takes it; absent or null: the narrator speaks for it. */
        voice: z.string().min(1).nullable().optional(),
      }),
    )
    .max(10_000),
})
export type CastFile = z.infer<typeof CastFile>

/** A character that the book's own words tell of. */
export const FoundCharacter = z.object({
  /** Made from the name: the id that it has in the cast. */
  id: z.string(),
  name: z.string(),
  /** All forms in which the text names it. */
  names: z.array(z.string()),
  gender: z.enum(['he', 'she']).nullable(),
  /** Who tells the book in the first person. */
  isNarrator: z.boolean(),
  quotations: z.number().int(),
})
export type FoundCharacter = z.infer<typeof FoundCharacter>

/** A quotation as it stands in the book's rows. */
export const FoundQuotation = z.object({
  segmentId: z.string(),
  position: z.number().int(),
  text: z.string(),
  /** A found character; null: not known. */
  character: z.string().nullable(),
  kind: EvidenceKind,
  /** 0 to 1. */
  confidence: z.number(),
})
export type FoundQuotation = z.infer<typeof FoundQuotation>

/** All characters of a book. The narrator is none of them: the book's own voice. */
export const Cast = z.array(Character).max(mostCharacters)
export type Cast = z.infer<typeof Cast>
