// What is proposed for a book now: its own words and kept answers against what the document says already.
import {
  scriptKinds,
  type Project,
  type Proposal,
  type ScriptKind,
} from '../../../contract/index.ts'
import type { AboutBook } from '../../script/script-item.ts'
import { keptAnswers } from './kept-answers.ts'
import type { KindWish } from './kinds/kind-of-script.ts'
import { kindsOfScript } from './kinds/kinds-of-script.ts'

/** All that are open, dismissed ones left out; of ticked chapters. Nothing is sent anywhere. */
export async function proposalsOf(
  parts: KindWish['parts'],
  project: Project,
  kinds: readonly ScriptKind[],
  signal: AbortSignal,
): Promise<Proposal[]> {
  const { modelAnswers, languageModels } = parts.context
  const { title, language } = project
  // The answers of the model that is set go before those of another, which were paid for all the same.
  const model = languageModels.inUse()?.model ?? null
  const dismissed = new Set(await modelAnswers.dismissed(project.id))
  const found: Proposal[] = []
  for (const kind of scriptKinds.filter((each) => kinds.includes(each))) {
    const wish: KindWish = { parts, project, chapterIds: undefined, signal }
    const { characters, chapters } = await kindsOfScript[kind](wish)
    const about: AboutBook = { title, language, characters }
    for await (const { asked, proposals } of chapters) {
      const answers = await keptAnswers(modelAnswers, asked, about, null, model)
      for (const proposal of proposals(answers))
        if (proposal && !dismissed.has(proposal.key)) found.push(proposal)
    }
  }
  return found
}
