// Who speaks: what the book's own words tell, and a model where they leave it in doubt.
import type { ProposedSpeaker, Proposal } from '../../../../contract/index.ts'
import { cleanId } from '../../../cast/clean-id.ts'
import type { WhoAnswer } from '../../../script/kinds/who.ts'
import type { KeptAnswers } from '../kept-answers.ts'
import { proposalOf } from '../proposal-of.ts'
import { speakingNames, whoBook, type WhoRow } from '../who-items.ts'
import type { ChapterOfKind, KindOfScript } from './kind-of-script.ts'

export const who: KindOfScript = async ({ parts, project, chapterIds, signal }) => {
  const names = await parts.script.names.of(project)
  const book = whoBook(parts.context, names, project, chapterIds, signal)
  const idOf = new Map(
    book.characters.flatMap(({ id, names }) => names.map((name) => [name, id] as const)),
  )
  async function* chapters(): AsyncGenerator<ChapterOfKind> {
    for await (const rows of book.chapters())
      yield {
        asked: rows.flatMap((row) => row.asked),
        proposals: (answers) => rows.map((row) => whoProposal(row, answers, idOf)),
      }
  }
  return { characters: speakingNames(book), chapters: chapters() }
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
