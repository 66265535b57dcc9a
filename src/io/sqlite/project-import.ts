// A project on its way in: chapters arrive one by one, and nothing is seen before the end.
import type { Project, Segment } from '../../contract/index.ts'
import { invariant } from '../../core/base/invariant.ts'
import type { ImportedCover, NewChapter } from '../../core/ports/projects.ts'
import type { Database } from './database.ts'
import { rowOfChapter, rowOfKept, rowOfProject } from './project-rows.ts'
import type { ProjectsPrepared } from './projects-prepared.ts'

export type ProjectImport = {
  begin(projectId: string): void
  addChapter(projectId: string, chapter: NewChapter): void
  /** Long chapters come in pieces. */
  addSegments(projectId: string, segments: readonly Segment[]): void
  finish(
    project: Project,
    cover: ImportedCover | null,
    pins?: readonly { segmentId: string; takeId: string }[],
  ): void
  discard(projectId: string): void
}

/** Removes what imports left behind that never finished; a crash is the only way to leave any. */
export function createProjectImport(
  database: Database,
  { projects, segments: rows }: ProjectsPrepared,
): ProjectImport {
  database.transaction(() => {
    projects.noteUnfinished.run({})
    projects.discardAll.run({})
  })

  const addSegments = (projectId: string, segments: readonly Segment[]) => {
    let position = rows.nextPosition.get({ projectId })?.position ?? 0
    for (const segment of segments) {
      const fresh = { edited: false, pinnedTakeId: null, takeId: null }
      rows.add.run({ projectId, ...rowOfKept({ ...segment, ...fresh }, position) })
      position += 1
    }
  }

  return {
    begin: (projectId) => void database.transaction(() => projects.begin.run({ id: projectId })),
    addChapter: (projectId, { entry, segments }) =>
      database.transaction(() => {
        projects.addChapter.run(rowOfChapter(projectId, entry))
        addSegments(projectId, segments)
      }),
    addSegments: (projectId, segments) =>
      database.transaction(() => addSegments(projectId, segments)),
    finish: (project, cover, pins = []) =>
      database.transaction(() => {
        const added = projects.chapters.all({ projectId: project.id }).map((chapter) => chapter.id)
        invariant(
          added.join() === project.chapters.map((chapter) => chapter.id).join(),
          'a project is finished with the chapters that were added',
        )
        for (const entry of project.chapters)
          projects.changeChapter.run(rowOfChapter(project.id, entry))
        for (const { segmentId, takeId } of pins)
          rows.pin.run({ projectId: project.id, id: segmentId, takeId })
        if (cover) {
          const { thumbnail, mediaType, bytes } = cover
          projects.addCover.run({ projectId: project.id, mediaType, bytes })
          if (thumbnail) projects.addThumbnail.run({ projectId: project.id, ...thumbnail })
        }
        const finished = projects.finish.run(rowOfProject(project))
        invariant(finished === 1, 'a project is begun before it is finished')
      }),
    discard: (projectId) =>
      database.transaction(() => {
        // What it took over from an earlier edition refers to takes by now.
        if (projects.discard.run({ id: projectId }) > 0) projects.noteRemoved.run({ id: projectId })
      }),
  }
}
