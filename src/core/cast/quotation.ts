// What the cast stage says of one quotation: where it stands, who speaks, and how that is known.
import type { EvidenceKind } from '../../contract/index.ts'

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
