// The ending of a German ordinal, from the words around it: am dritten Mai, der dritte Band, drittes Kapitel.
import { feminine, inflected, masculine, neuter } from './german-genders.ts'

type Gender = 'm' | 'f' | 'n' | null

const genderOf = (noun: string): Gender =>
  masculine.has(noun) ? 'm' : feminine.has(noun) ? 'f' : neuter.has(noun) ? 'n' : null

/** Behind these every ordinal ends in -en, whatever follows. */
const weakEn =
  /^(?:am|im|zum|vom|beim|ins|dem|den|des|einem|einen|eines|einer|meinem|meinen|meines|meiner|deinem|deinen|deiner|seinem|seinen|seines|seiner|ihrem|ihren|ihres|ihrer|unserem|unserm|unseren|unsern|unserer|unseres|eurem|euren|keinem|keinen|keines|keiner|diesem|diesen|dieses|jenem|jenen|jenes|jedem|jeden|jedes|welchem|welchen|zur|bis|ab|seit|nach|vor|von|aus|mit|zwischen|hinterm|überm|unterm|derselben|demselben|denselben)$/i
const weakE =
  /^(?:die|das|eine|meine|deine|seine|ihre|unsere|unsre|eure|keine|diese|jene|jede|welche|ans|aufs|fürs|durchs|ums)$/i
const derLike = /^(?:der|dieser|jener|jeder|welcher)$/i
const mixed = /^(?:ein|kein|mein|dein|sein|ihr|unser|euer)$/i

/**
 * `before` is what stands before the number, `noun` the noun that it belongs to, `adjective` one between
 * them. Null where nothing decides.
 */
export function ordinalEnding(before: string, noun: string, adjective = ''): string | null {
  const word = /(\p{L}+)[,\s]*[„»“"(]?\s*$/u.exec(before)?.[1] ?? ''
  const gender = genderOf(noun)
  if (adjective !== '') {
    const end = /(?:e|en|er|es|em)$/.exec(adjective)?.[0]
    return end === undefined ? null : end === 'em' ? 'en' : end
  }
  if (weakEn.test(word) && !(/,\s*$/.test(before) && !/^den$/i.test(word))) return 'en'
  if (inflected.has(noun) && derLike.test(word)) return 'en'
  if (weakE.test(word)) return 'e'
  // `der 3. Mai` but `in der 3. Klasse`.
  if (derLike.test(word)) return gender === 'm' ? 'e' : gender === null ? null : 'en'
  if (/^(?:und|oder)$/i.test(word) && /(?<!\p{L})(?:am|vom|zum|im|dem|den|des)\s/iu.test(before))
    return 'en'
  const strong = gender === 'm' ? 'er' : gender === 'n' ? 'es' : gender === 'f' ? 'e' : null
  if (mixed.test(word)) return strong
  return strong
}
