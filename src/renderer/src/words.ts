// The one place where the face chooses its language.
import type {
  CharacterDescription,
  Delivery,
  Failure,
  Job,
  ReadWarning,
  TakeFlag,
} from '../../contract/index.ts'
import { englishCatalogue, type Catalogue } from '../../contract/messages/english-catalogue.ts'
import { chosenLanguage, type Language } from '../../contract/messages/language.ts'

/** Null where no page is: in tests. */
const root = typeof document === 'undefined' ? null : document.documentElement

/** What this page speaks until it is loaded again. */
export const language = chosenLanguage(
  root?.dataset['language'],
  root === null ? [] : navigator.languages,
)

const catalogues: Record<Language, () => Promise<Catalogue> | Catalogue> = {
  en: () => englishCatalogue,
  de: async () => (await import('../../contract/messages/german-catalogue.ts')).germanCatalogue,
}

// All that words anything waits here, and so may take a word when it is loaded.
const { face, messages, checks } = await catalogues[language]()
if (root !== null) root.lang = language

export const words = face
export const { leftOutWords, matterReasons, stageWords } = messages
export const { acxMendingText, acxMissingSentence } = checks
export const acxCuresOf = checks.acxCures
export const acxRowOf = checks.acxRow
export const soundFactsOf = checks.soundFacts

/** What happened and what helps. */
export const failureSentence = (failure: Failure): string =>
  messages.failureSentences[failure.code](failure.params)

export const warningSentence = (warning: ReadWarning): string =>
  messages.warningSentences[warning.code](warning.params)

/** How far a book is on its way in: `12 chapters found, 1.2 of 3.7 MB`. */
export function importWords({ stage, chapters = 0, done, total }: Job): string {
  const { importFound, importRead } = words.library
  const found = chapters > 0 ? importFound(chapters) : stageWords[stage]
  return total > 0 ? `${found}, ${importRead(done, total)}` : found
}

/** What seems to be wrong with a take, and what to do. */
export const flagSentence = (flag: TakeFlag): string =>
  messages.takeFlagSentences[flag.code](flag.params)

/** How a character is to be thought of: `she, young, low and unhurried`. */
export const personText = ({ gender, age, phrase }: CharacterDescription): string =>
  [words.people.genders[gender], words.people.ages[age], phrase].filter(Boolean).join(', ')

/** How a line is delivered: `whispered, out of breath`. */
export const deliveryText = ({ tone, phrase }: Delivery): string =>
  [words.delivery.tones[tone], phrase].filter(Boolean).join(', ')
