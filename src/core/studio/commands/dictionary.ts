// dictionary.*: how words are said, in one book and in all; heard before it is kept.
import type { DictionaryEntry } from '../../../contract/index.ts'
import { mostEntries } from '../../../contract/index.ts'
import { fail, failureOf } from '../../base/failure-error.ts'
import { planTake } from '../../master/plan-take.ts'
import { createPronouncer } from '../../segment/dictionary.ts'
import { readDictionaryCsv, writeDictionaryCsv } from '../../segment/dictionary-csv.ts'
import { spokenOf } from '../../segment/spoken-of.ts'
import type { HandlersOf } from '../handlers.ts'
import { askedWords } from '../takes/asked-words.ts'
import { changedList } from '../document/changed-list.ts'
import { rendered } from '../media.ts'
import { rowById, rowsAt } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'
import { wordIn } from '../document/touched-rows.ts'
import { voiceOf } from '../voices/voice-desk.ts'

/** Lines told of what an entry is said in. */
const linesTold = 8
/** Rows in memory at a time. */
const pageSize = 500

export function dictionaryCommands(
  parts: StudioParts,
): HandlersOf<
  | 'dictionary.read'
  | 'dictionary.change'
  | 'dictionary.affects'
  | 'dictionary.hear'
  | 'dictionary.readCsv'
  | 'dictionary.writeCsv'
> {
  const { context, changes, dictionary, voices, levels, maker } = parts
  const { projects, codecs, scope } = context

  const kept = async (projectId: string | null): Promise<readonly DictionaryEntry[]> =>
    projectId === null ? dictionary.entries() : (await projects.read(projectId)).dictionary

  /** Of every book some rows may be said otherwise now; whoever looks at them sees it at once. */
  const settleBooks = async (
    before: readonly DictionaryEntry[],
    after: readonly DictionaryEntry[],
  ) => {
    for (const { project } of await projects.list())
      try {
        await changes.settleWords(project.id, before, after)
      } catch (error) {
        if (scope.disposed) return
        const failure = failureOf(error)
        context.log.warn('a book was not settled', { projectId: project.id, failure })
      }
  }

  return {
    async 'dictionary.read'({ projectId }) {
      const { dictionary: book } = await projects.read(projectId)
      return { book, everywhere: [...(await dictionary.entries())] }
    },
    async 'dictionary.change'({ projectId, put, remove }) {
      const changed = (list: readonly DictionaryEntry[]) => {
        const next = changedList(list, put, remove)
        if (next.length > mostEntries)
          throw fail('arguments-invalid', { command: 'dictionary.change' })
        return next
      }
      if (projectId !== null) {
        await changes.apply(projectId, (project) => ({
          kind: 'dictionary-changed',
          dictionary: changed(project.dictionary),
        }))
        return {}
      }
      await parts.turns('dictionary', async () => {
        const before = await dictionary.entries()
        const after = changed(before)
        await dictionary.keep(after)
        settleBooks(before, after).catch((error: unknown) =>
          context.log.warn('no book was settled', { failure: failureOf(error) }),
        )
      })
      return {}
    },
    async 'dictionary.affects'({ projectId, entry }) {
      const { language } = await projects.read(projectId)
      const pronouncer = createPronouncer([entry], [], language)
      const { positions } = await projects.find(projectId, wordIn(entry.word))
      let segments = 0
      const lines = []
      for (let at = 0; at < positions.length; at += pageSize)
        for (const row of await rowsAt(projects, projectId, positions.slice(at, at + pageSize))) {
          // What is left out, silent or written by hand is said as it was.
          const isOpen = !row.leftOut && row.spoken.length > 0 && !row.manner?.isSaidByHand
          if (!isOpen || pronouncer.find(row.text).length === 0) continue
          segments += 1
          const { id: segmentId, chapterId, position, text } = row
          if (lines.length < linesTold) lines.push({ segmentId, chapterId, position, text })
        }
      return { segments, lines }
    },
    async 'dictionary.hear'({ projectId, words, entry, segmentId }) {
      const project = await projects.read(projectId)
      const segment =
        segmentId === undefined ? undefined : await rowById(projects, projectId, segmentId)
      const { voice, provider } = await voices.find(voiceOf(project, segment))
      const { language, sound } = project
      const { normalizesText: reads, ipa = false } = provider.capabilities
      const own = entry ? [entry, ...project.dictionary] : project.dictionary
      const pronouncer = createPronouncer(own, await dictionary.entries(), language)
      const plain = { text: words, ...spokenOf(words, language) }
      const spoken = [...askedWords(plain, { reads, ipa }, pronouncer)]
      if (spoken.length === 0) throw fail('nothing-to-speak')
      const endpointId = voices.endpointOf(voice.id)
      const passage = { spoken, language, voice, provider, endpointId }
      const take = await maker.passage(passage, scope.signal)
      const stretch = planTake(take, await levels.gainOf(take, sound, scope.signal), sound)
      return rendered(codecs, stretch, scope.signal)
    },
    'dictionary.readCsv': async ({ csv }) => readDictionaryCsv(csv, context.newId),
    'dictionary.writeCsv': async ({ projectId }) => ({
      csv: writeDictionaryCsv(await kept(projectId)),
    }),
  }
}
