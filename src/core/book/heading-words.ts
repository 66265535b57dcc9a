// Words of headings in English, German, French, Spanish, Italian, Portuguese: a table.

const parts =
  'book|part|volume|vol\\.?|buch|teil|theil|band|livre|partie|tome|libro|parte|tomo|volumen|livro'
const chapters =
  'chapter|chap\\.?|canto|letter|stave|episode|kapitel|gesang|brief|abschnitt|chapitre|chant|lettre|' +
  'cap[ií]tulo|cap\\.|carta|capitolo|section|act|akt|aufzug|acte|acto|atto'
const scenes = 'scene|szene|auftritt|scène|escena|scena'

const ordinals =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|' +
  'fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|last|' +
  'erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?|sechste[rs]?|siebte[rs]?|siebente[rs]?|' +
  'achte[rs]?|neunte[rs]?|zehnte[rs]?|elfte[rs]?|zwölfte[rs]?|letzte[rs]?|' +
  'premi[eè]re?|deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|' +
  'dixième|onzième|douzième|dernière?|' +
  'primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|séptim[oa]|octav[oa]|noven[oa]|' +
  'prim[oa]|second[oa]|terz[oa]|quart[oa]|últim[oa]|' +
  '(?:twenty|thirty|forty|fifty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|' +
  '(?:thir|for|fif)tieth|' +
  '(?:drei|vier|fünf|sech|sieb|acht|neun)zehnte[rs]?|' +
  '(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|drei[sß]+ig|vierzig|fünfzig)ste[rs]?|' +
  '(?:dix-)?(?:sept|huit|neuv)ième|(?:treiz|quatorz|quinz|seiz|vingt|trent|quarant)ième|' +
  '(?:vingt|trente|quarante)[ -](?:et[ -])?(?:un|deux|trois|quatr|cinqu|six|sept|huit|neuv)ième|' +
  'und[eé]cim[oa]|duod[eé]cim[oa]|' +
  '(?:d[eé]cim[oa]?|vig[eé]sim[oa]?|trig[eé]sim[oa]?|cuadrag[eé]sim[oa]?)[ -]?' +
  '(?:primer|segund|tercer|tercio|tercia|cuart|quint|sext|s[eé]ptim|octav|noven|non)?[oa]?|' +
  '(?:un|do|tre|quattor|quin|se|dicias?sett|dici?ott|dician?nov)dicesim[oa]|(?:vent|trent|quarant)[a-zé]*esim[oa]'
const cardinals =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|' +
  'seventeen|eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|' +
  'thirty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|forty|fifty|' +
  'eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|' +
  'un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|uno|dos|tres|cuatro|cinco|seis|siete|' +
  'ocho|nueve|diez|once|doce|trece|catorce|quince|dieci(?:séis|seis|siete|ocho|nueve)|' +
  'veinte|veinti(?:uno|dós|dos|trés|tres|cuatro|cinco|séis|seis|siete|ocho|nueve)|' +
  '(?:treinta|cuarenta|cincuenta)(?: y (?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?|' +
  'treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|vingt(?:[ -](?:et[ -]un|deux|trois|quatre|cinq|six|sept|huit|neuf))?|trente|' +
  '(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|zwanzig|dreißig'
const roman = 'm{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})'
const numeral = `(?:\\d{1,4}|(?=[ivxlcdm])${roman}|${ordinals}|${cardinals})(?![\\p{L}\\p{N}])`

const edge = '(?![\\p{L}\\p{N}])'
const labelled = (words: string) =>
  `(?:(?:the\\s+)?(?:${words})${edge}\\s*(?:the\\s+)?${numeral}|(?:the\\s+)?(?:${ordinals}|\\d{1,3}\\.)\\s+(?:${words})${edge})`
const anchored = (words: string) => new RegExp(`^${labelled(words)}`, 'iu')

const named = (words: string) => new RegExp(`(?:${words})${edge}`, 'iu')

/** A pattern of so many words takes long to begin with, and longer to fail: first, whether a text has the word. */
const labels = [
  { rank: 1, word: named(parts), label: anchored(parts) },
  { rank: 2, word: named(chapters), label: anchored(chapters) },
  { rank: 3, word: named(scenes), label: anchored(scenes) },
] as const
const bareNumeral = new RegExp(`^[\\s([-]*(?:(?=[ivxlcdm])${roman}|\\d{1,4})[\\s.)\\]:-]*$`, 'iu')
const afterLabel = /^[\s.:,;—–\-·|()[\]*_]*/u

export type Label = {
  /** 1 a part or book, 2 a chapter, 3 a scene. */
  rank: 1 | 2 | 3
  /** What follows the label and its number; empty when it stands alone. */
  rest: string
}

/** The label a heading begins with, `Chapter IV`, `Erster Teil`; null when it has none. */
export function labelOf(heading: string): Label | null {
  const text = heading.trim()
  for (const { rank, word, label } of labels) {
    const match = word.test(text) ? label.exec(text) : null
    if (!match) continue
    const after = text.slice(match[0].length)
    const rest = after.replace(afterLabel, '')
    // "Part one of the plan was" is a sentence; a label is followed by a sign or a new word.
    if (rest !== '' && /^\s+\p{Ll}/u.test(after)) return null
    return { rank, rest }
  }
  return null
}

/** Whether a heading is a number and nothing else: `IV.`, `12`. */
export const isBareNumeral = (heading: string): boolean =>
  bareNumeral.test(heading) && /\w/.test(heading)

/** Whether a heading only counts, so that a name may follow as another heading. */
export const isBareLabel = (heading: string): boolean =>
  isBareNumeral(heading) || labelOf(heading)?.rest === ''

const ends = /^(?:the\s+)?end\b|^finis\b|^fin\b|^ende\b|^schluss\b|^fine\b|^fim\b|^tail-?piece/i

/** Whether a heading closes what is before it: `THE END`. */
export const isEnding = (heading: string): boolean =>
  heading.length < 60 && ends.test(heading.trim())

/** Whether a heading only names the author: it belongs to the title above it. */
export const isByline = (heading: string): boolean =>
  heading.length < 80 && /^(?:by|von|par|de|por|di)(?:\s+|:\s*)\p{Lu}/iu.test(heading)
