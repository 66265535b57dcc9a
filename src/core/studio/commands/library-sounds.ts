// sound.list, .bring, .note, .remove: the library of music and effects.
import { longestSoundSeconds } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { nameOfPath } from '../../base/name-of-path.ts'
import { titleOfFile } from '../../book/title-of-file.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export function librarySoundCommands({
  context,
  jobs,
}: StudioParts): HandlersOf<'sound.list' | 'sound.bring' | 'sound.note' | 'sound.remove'> {
  const { tickets, codecs, sounds, projects, clock, events } = context
  return {
    'sound.list': async () => ({ sounds: await sounds.list() }),
    async 'sound.bring'({ ticket }) {
      const { path, release } = tickets.take('book', ticket)
      const name = nameOfPath(path)
      const job = jobs.start({ kind: 'sound', stage: 'reading', name }, null, async (running) => {
        running.scope.own(release)
        const onProgress = (done: number) => running.update({ done })
        const { signal } = running
        const prepared = await codecs.prepareSound(path, longestSoundSeconds, onProgress, signal)
        const note = { name: titleOfFile(name), licence: '' }
        const { id } = await sounds.keep(prepared, note, clock.now())
        running.update({ soundId: id })
        events.emit('sounds.changed', {})
      })
      return { jobId: job.id }
    },
    async 'sound.note'({ id, ...note }) {
      const noted = await sounds.note(id, note)
      events.emit('sounds.changed', {})
      return noted
    },
    async 'sound.remove'({ id }) {
      for (const { project } of await projects.list()) {
        const cue = project.music.find(({ soundId }) => soundId === id)
        if (cue) throw fail('sound-in-use', { name: cue.name, title: project.title })
      }
      await sounds.remove(id)
      events.emit('sounds.changed', {})
      return {}
    },
  }
}
