// What is proposed for a book now: its own words and kept answers against what the document says already.
import {
  doubtBelow,
  scriptKinds,
  type Project,
  type ProposedSpeaker,
  type Proposal,
  type ScriptKind,
} from '../../../contract/index.ts'
import { cleanText } from '../../book/clean-text.ts'
import { cleanId } from '../../cast/clean-id.ts'
import type { AboutBook } from '../../script/script-item.ts'
import type { DescriptionAnswer } from '../../script/kinds/description.ts'
import type { EarAnswer } from '../../script/kinds/ear.ts'
import type { HowAnswer } from '../../script/kinds/how.ts'
import type { WhoAnswer } from '../../script/kinds/who.ts'
import type { WordsAnswer } from '../../script/kinds/words.ts'
import type { StudioParts } from '../studio-parts.ts'
import { descriptionItems } from './description-items.ts'
import { earItems } from './ear-items.ts'
import { howItems, type HowItem } from './how-items.ts'
import { keptAnswers, type KeptAnswers } from './kept-answers.ts'
import { peopleOfBook } from './people-items.ts'
import { peopleProposals } from './people-proposals.ts'
import type { PlacedItem } from './placed-item.ts'
import { proposalOf } from './proposal-of.ts'
import { speakingNames, whoBook, type WhoRow } from './who-items.ts'
import { wordItems, type WordItem } from './words-items.ts'

/** Proposals that the narration beside a line makes: likely, and looked at by whoever wants to. */
const toldConfidence = 0.8

/** All that are open, dismissed ones left out; of ticked chapters. Nothing is sent anywhere. */
export async function proposalsOf(
  parts: Pick<StudioParts, 'context' | 'dictionary' | 'script'>,
  project: Project,
  kinds: readonly ScriptKind[],
  signal: AbortSignal,
): Promise<Proposal[]> {
  const { context, script } = parts
  const { modelAnswers } = context
  const model = context.languageModels.inUse()?.model ?? null
  const dismissed = new Set(await modelAnswers.dismissed(project.id))
  const found: Proposal[] = []
  const put = (proposal: Proposal | null) => {
    if (proposal && !dismissed.has(proposal.key)) found.push(proposal)
  }
  // The answers of the model that is set go before those of another, which were paid for all the same.
  const plain: AboutBook = { title: project.title, language: project.language, characters: [] }
  const answersTo = (items: Parameters<typeof keptAnswers>[1], about = plain) =>
    keptAnswers(modelAnswers, items, about, null, model)
  for (const kind of scriptKinds.filter((each) => kinds.includes(each)))
    switch (kind) {
      case 'who': {
        const names = await script.names.of(project)
        const book = whoBook(context, names, project, undefined, signal)
        const idOf = new Map(
          book.characters.flatMap(({ id, names }) => names.map((name) => [name, id] as const)),
        )
        for await (const rows of book.chapters()) {
          const asked = rows.flatMap((row) => row.asked)
          const answers = await answersTo(asked, { ...plain, characters: speakingNames(book) })
          for (const row of rows) put(whoProposal(row, answers, idOf))
        }
        break
      }
      case 'people': {
        const names = await script.names.of(project)
        const people = await peopleOfBook(context, names, project, undefined, signal)
        const characters = people.characters.map(({ name }) => name)
        const answers = await answersTo(people.items, { ...plain, characters })
        for (const found of peopleProposals(people, project.cast, answers)) put(found)
        break
      }
      case 'how':
        for await (const items of howItems(context, project, undefined, signal)) {
          const answers = await answersTo(items)
          for (const item of items) put(howProposal(item, answers))
        }
        break
      case 'words': {
        const items = await wordItems(context, project, undefined, parts.dictionary, signal)
        const answers = await answersTo(items)
        for (const item of items) put(wordProposal(item, answers))
        break
      }
      case 'ear':
        for await (const items of earItems(context, project, undefined, signal)) {
          const answers = await answersTo(items)
          for (const item of items) put(earProposal(item, answers))
        }
        break
      case 'description': {
        const items = await descriptionItems(context, project, undefined, signal)
        const answers = await answersTo(items)
        for (const item of items) put(descriptionProposal(item, answers))
      }
    }
  return found
}

function whoProposal(
  { place, told, asked }: WhoRow,
  answers: KeptAnswers,
  idOf: ReadonlyMap<string, string>,
): Proposal | null {
  const speakers: ProposedSpeaker[] = told.map(({ confidence: _, ...speaker }) => speaker)
  let confidence = Math.min(1, ...told.map((each) => each.confidence))
  let isAsked = false
  for (const { key, from, to } of asked) {
    const answer = answers.get(key) as WhoAnswer | undefined
    const name = answer?.speaker.trim() ?? ''
    if (!answer || name === '') continue
    isAsked = true
    confidence = Math.min(confidence, answer.confidence)
    speakers.push({ from, to, character: idOf.get(name) ?? cleanId(name), name })
  }
  if (speakers.length === 0) return null
  speakers.sort((a, b) => a.from - b.from)
  const source = isAsked ? 'model' : 'book'
  return proposalOf(place, source, confidence, { kind: 'who', speakers })
}

function howProposal({ key, place, told, isSet }: HowItem, answers: KeptAnswers): Proposal | null {
  if (isSet) return null
  const answer = answers.get(key) as HowAnswer | undefined
  if (answer && answer.tone !== 'plain') {
    const { tone, phrase, confidence } = answer
    return proposalOf(place, 'model', confidence, {
      kind: 'how',
      delivery: { tone, phrase: phrase.trim() },
    })
  }
  if (answer || told === null) return null
  return proposalOf(place, 'book', toldConfidence, {
    kind: 'how',
    delivery: { tone: told, phrase: '' },
  })
}

function wordProposal(
  { key, place, word, count }: WordItem,
  answers: KeptAnswers,
): Proposal | null {
  const answer = answers.get(key) as WordsAnswer | undefined
  if (!answer) return null
  const [say, ipa] = [answer.say.trim(), answer.ipa.trim()]
  // It is read right as it stands.
  if (say.toLowerCase() === word.toLowerCase()) return null
  const isSure = answer.confidence >= doubtBelow
  const change = { kind: 'words' as const, word, say, count, ...(ipa !== '' && isSure && { ipa }) }
  return proposalOf(place, 'model', answer.confidence, change)
}

function earProposal({ key, place }: PlacedItem, answers: KeptAnswers): Proposal | null {
  const answer = answers.get(key) as EarAnswer | undefined
  const say = answer?.say.trim() ?? ''
  if (!answer || say === '' || say === place.text.trim()) return null
  return proposalOf(place, 'model', answer.confidence, { kind: 'ear', say })
}

function descriptionProposal({ key, place }: PlacedItem, answers: KeptAnswers): Proposal | null {
  const answer = answers.get(key) as DescriptionAnswer | undefined
  const say = cleanText(answer?.say ?? '')
  if (!answer || say === '') return null
  return proposalOf(place, 'model', answer.confidence, { kind: 'description', say })
}
