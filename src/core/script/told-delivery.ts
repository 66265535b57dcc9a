// How a line is delivered, where the narration beside it says so: `“Come here.” / she whispered.`
import { primaryOf, type Tone } from '../../contract/index.ts'

type Verbs = Readonly<Partial<Record<Tone, RegExp>>>

const english: Verbs = {
  whispered: /\bwhisper(?:ed|s|ing)?\b/i,
  soft: /\b(?:murmur|mutter|breath)(?:ed|s|ing)?\b/i,
  shouted: /\b(?:shout|yell|scream|roar|bellow|shriek)(?:ed|s|ing)?\b/i,
  angry: /\b(?:snarl|growl|snapp?|hiss)(?:ed|es|s|ing)?\b/i,
  sad: /\b(?:sobb?|wail|sniffl)(?:ed|s|ing)?\b/i,
  afraid: /\b(?:stammer|gasp|whimper)(?:ed|s|ing)?\b/i,
}
const german: Verbs = {
  whispered: /\b(?:flüster|wisper|raun)(?:te|t|ten)\b/iu,
  soft: /\b(?:murmel|hauch)(?:te|t|ten)\b/iu,
  shouted: /\b(?:schrie|brüllte|kreischte)n?\b/iu,
  angry: /\b(?:knurrte|fauchte|zischte)\b/iu,
  sad: /\b(?:schluchzte|jammerte)\b/iu,
  afraid: /\b(?:stammelte|keuchte|wimmerte)\b/iu,
}
const french: Verbs = {
  whispered: /\b(?:chuchot|souffl)(?:a|ait|èrent)\b/iu,
  soft: /\bmurmur(?:a|ait|èrent)\b/iu,
  shouted: /\b(?:hurl|cri)(?:a|ait|èrent)\b/iu,
  angry: /\b(?:grond|grogn)(?:a|ait)\b/iu,
  sad: /\bsanglot(?:a|ait)\b/iu,
  afraid: /\b(?:balbuti|bégay)(?:a|ait)\b/iu,
}
const spanish: Verbs = {
  whispered: /(?<!\p{L})susurr(?:ó|aba|aron)(?!\p{L})/iu,
  soft: /(?<!\p{L})murmur(?:ó|aba|aron)(?!\p{L})/iu,
  shouted: /(?<!\p{L})(?:grit|chill)(?:ó|aba|aron)(?!\p{L})/iu,
  angry: /(?<!\p{L})gruñ(?:ó|ía)(?!\p{L})/iu,
  sad: /(?<!\p{L})solloz(?:ó|aba)(?!\p{L})/iu,
  afraid: /(?<!\p{L})(?:balbuce|jade)(?:ó|aba)(?!\p{L})/iu,
}

const verbsOf = (language: string): Verbs =>
  ({ de: german, fr: french, es: spanish })[primaryOf(language)] ?? english

/** So far into the narration a verb of speech belongs to the line before it. */
const tagLetters = 60
const opens = /^\s*[“"«„‹‘—–]/u
const closes = /[”"»“›’]\s*$/u

/** Of a row that is nothing but speech, by the row behind it in its paragraph; null where that says nothing. */
export function toldDelivery(text: string, behind: string, language: string): Tone | null {
  if (!opens.test(text) || !closes.test(text) || opens.test(behind)) return null
  // The tag itself: up to where a sentence ends or another quotation begins.
  const tag = /^[^.!?;“"«„]*/u.exec(behind)?.[0].slice(0, tagLetters) ?? ''
  const found = Object.entries(verbsOf(language)).find(([, verb]) => verb.test(tag))
  return (found?.[0] as Tone | undefined) ?? null
}
