// What the cast stage says of one quotation: where it stands, who speaks, and how that is known.

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
export type EvidenceKind = (typeof evidenceKinds)[number]

export type Quotation = {
  /** Index of its paragraph among those handed in. */
  paragraph: number
  /** UTF-16 offsets in the paragraph's text, quotation marks included. */
  from: number
  to: number
  /** As the text names them; `I` for who tells the book in the first person; null where not known. */
  speaker: string | null
  kind: EvidenceKind
  /** 0 to 1: how sure it is, as far as can be told. 0 where the speaker is not known. */
  confidence: number
}

export type Gender = 'he' | 'she'
