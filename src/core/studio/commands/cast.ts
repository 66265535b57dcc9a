// cast.*: the characters of a book, and who says which lines.
import {
  doubtBelow,
  mostCharacters,
  type EvidenceKind,
  type FoundQuotation,
  type Project,
  type ReplacedStretch,
} from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { noNames } from '../../cast/cast-state.ts'
import { afterReplacing } from '../document/after-arranging.ts'
import { changedList } from '../document/changed-list.ts'
import { castChapters, charactersByName } from '../cast/find-cast.ts'
import type { HandlersOf } from '../handlers.ts'
import { rowById } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'
import { rowsBySpeaker } from '../cast/rows-by-speaker.ts'
import { hearCharacter } from '../cast/hear-character.ts'
import { memberOf } from '../cast/member-of.ts'
import { joinCast } from '../cast/join-cast.ts'
import { voicesFor } from '../cast/voices-for.ts'
import { targetRows } from '../document/target-rows.ts'

/** Of the lines that are to be looked at so many are told. */
const doubtfulTold = 300

export function castCommands(
  parts: StudioParts,
): HandlersOf<
  'cast.hear' | 'cast.change' | 'cast.fitVoices' | 'cast.assignAlike' | 'cast.find' | 'cast.takeUp'
> {
  const { context, changes, voices } = parts
  const { projects, scope } = context

  const foundIn = async (project: Project) => {
    return charactersByName(await parts.script.names.of(project), project.language)
  }
  return {
    async 'cast.find'({ projectId }) {
      const project = await projects.read(projectId)
      const kinds: Partial<Record<EvidenceKind, number>> = {}
      const sure = Array.from({ length: 11 }, () => 0)
      const doubtful: FoundQuotation[] = []
      let quotations = 0
      let last = noNames
      for await (const { rows, state } of castChapters(context, project, scope.signal)) {
        last = state
        for (const { row, parts: quoted } of rows)
          for (const { from, to, speaker, kind, confidence } of quoted) {
            quotations += 1
            kinds[kind] = (kinds[kind] ?? 0) + 1
            for (let tenth = 0; speaker !== null && tenth <= confidence * 10; tenth += 1)
              sure[tenth] = (sure[tenth] ?? 0) + 1
            if (confidence >= doubtBelow || doubtful.length >= doubtfulTold) continue
            const { id: segmentId, position, text } = row
            const place = { segmentId, position, text: text.slice(from, to).trim() }
            doubtful.push({ ...place, character: speaker, kind, confidence })
          }
      }
      const { characters, byName } = charactersByName(last, project.language)
      return {
        quotations,
        kinds,
        sure,
        doubtful: doubtful.map(({ character, ...found }) => ({
          ...found,
          character: character === null ? null : (byName.get(character)?.id ?? null),
        })),
        characters: characters
          .filter(({ quotations: spoken }) => spoken > 0)
          .map(({ mentions: _, ...character }) => character),
      }
    },
    async 'cast.takeUp'({ projectId, characters: wanted, confidence }) {
      const taken = { lines: 0, cut: 0 }
      await changes.apply(projectId, async (project) => {
        const { characters, byName } = await foundIn(project)
        // Of those found the ones who speak most come first.
        const newcomers = characters.filter(({ id }) => wanted.includes(id))
        const cast = joinCast(project.cast, newcomers)
        // Who goes by several names gets the lines found for each of them.
        const chosen = new Map(
          wanted.flatMap((id) => {
            const member = memberOf(cast, id)
            return member ? [[id, member.id] as const] : []
          }),
        )
        const stretches: ReplacedStretch[] = []
        for await (const { rows } of castChapters(context, project, scope.signal))
          for (const { row, parts: quoted } of rows) {
            // Whoever was given by hand stays.
            if (typeof row.manner?.speaker === 'string' || row.manner?.isLocked) continue
            const said = quoted.flatMap(({ from, to, speaker, confidence: sure }) => {
              const found = speaker === null ? undefined : byName.get(speaker)?.id
              const id = found === undefined ? undefined : chosen.get(found)
              return id !== undefined && sure >= confidence ? [{ from, to, speaker: id }] : []
            })
            if (said.length === 0) continue
            const made = rowsBySpeaker(
              row,
              said,
              (number) => `${row.id}.c${project.revision}-${number}`,
            )
            if (!made) continue
            taken.lines += made.filter(({ manner }) => typeof manner?.speaker === 'string').length
            if (made.length > 1) taken.cut += 1
            const { chapterId, position: from } = row
            stretches.push({ chapterId, from, count: 1, rows: made })
          }
        return {
          kind: 'several',
          changes: [
            { kind: 'cast-changed', cast },
            { kind: 'rows-replaced', stretches, chapters: [] },
          ],
        }
      })
      const ended = taken.lines > 0 && (await afterReplacing(parts, projectId))
      return { ...taken, ended }
    },
    'cast.hear': ({ projectId, speaker }) => hearCharacter(parts, projectId, speaker),
    async 'cast.change'({ projectId, put, remove }) {
      for (const { voice } of put) if (voice !== null) await voices.find(voice)
      await changes.apply(projectId, ({ cast }) => {
        const next = changedList(cast, put, remove)
        if (next.length > mostCharacters)
          throw fail('arguments-invalid', { command: 'cast.change' })
        // Lines of who is gone fall to the narrator, and are his again when that is taken back.
        return { kind: 'cast-changed', cast: next }
      })
      return {}
    },
    async 'cast.fitVoices'({ projectId }) {
      const project = await projects.read(projectId)
      const found = await voicesFor(parts, project, (await foundIn(project)).characters)
      let given = 0
      const { revision } = await changes.apply(projectId, ({ cast }) => {
        const next = cast.map((each) => {
          const voice = each.voice === null ? found.get(each.id) : undefined
          if (voice === undefined) return each
          given += 1
          return { ...each, voice }
        })
        if (given === 0) throw fail('nothing-to-cast')
        return { kind: 'cast-changed', cast: next }
      })
      const left = project.cast.filter(({ voice }) => voice === null).length - given
      return { given, left, revision }
    },
    async 'cast.assignAlike'({ projectId, segmentId, speaker }) {
      let count = 0
      await changes.apply(projectId, async (project) => {
        const { manner } = await rowById(projects, projectId, segmentId)
        const filter = { speaker: manner?.speaker ?? null }
        const rows = await targetRows(parts, project, { kind: 'found', filter })
        count = rows.length
        return {
          kind: 'segments-set',
          rows: rows.map(({ id }) => ({ segmentId: id, set: { speaker } })),
        }
      })
      return { count }
    },
  }
}
