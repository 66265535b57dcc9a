// A script that was just written, as a book: its speakers are its cast, and each line is its speaker's.
import type { Project, SomeManner } from '../../../contract/index.ts'
import { speakerIn } from '../../book/script/speech-line.ts'
import { cleanId } from '../../cast/clean-id.ts'
import { joinCast } from '../cast/join-cast.ts'
import { voicesFor } from '../cast/voices-for.ts'
import { allRows } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'

/** One step for undo. Each gets a fitting voice of those at hand; where there is none the narrator speaks. */
export async function castScript(
  parts: Pick<StudioParts, 'context' | 'changes' | 'voices'>,
  projectId: string,
  speakers: readonly string[],
): Promise<void> {
  const { context, changes } = parts
  const ids = idsOf(speakers)
  const project = await context.projects.read(projectId)
  const newcomers = [...ids].map(([name, id]) => ({ id, name }))
  const joined: Project = { ...project, cast: joinCast(project.cast, newcomers) }
  const voices = await voicesFor(parts, joined, [])
  await changes.apply(projectId, async (current) => {
    const cast = joined.cast.map((each) => ({
      ...each,
      voice: each.voice ?? voices.get(each.id) ?? null,
    }))
    const rows: { segmentId: string; set: SomeManner }[] = []
    let paragraph = ''
    let speaker: string | undefined
    for await (const { id, block, chapterId, text } of allRows(context.projects, current)) {
      // A speech is a paragraph, and may be several rows.
      if (paragraph !== `${chapterId} ${block}`) speaker = ids.get(speakerIn(text, speakers) ?? '')
      paragraph = `${chapterId} ${block}`
      if (speaker !== undefined) rows.push({ segmentId: id, set: { speaker } })
    }
    return {
      kind: 'several',
      changes: [
        { kind: 'cast-changed', cast },
        { kind: 'segments-set', rows },
      ],
    }
  })
}

function idsOf(speakers: readonly string[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    speakers.map((name) => {
      const clean = cleanId(name)
      let id = clean
      for (let number = 2; taken.has(id); number += 1) id = `${clean}-${number}`
      taken.add(id)
      return [name, id] as const
    }),
  )
}
