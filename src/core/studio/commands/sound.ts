// sound.*: what a finished audio file measures, and the library of music and effects.
import { longestSoundSeconds } from '../../../contract/index.ts'
import { fail, FailureError } from '../../base/failure-error.ts'
import { nameOfPath } from '../../base/name-of-path.ts'
import { titleOfFile } from '../../book/title-of-file.ts'
import { checkSound } from '../check-sound.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export function soundCommands({
  context,
  jobs,
}: StudioParts): HandlersOf<
  'sound.check' | 'sound.list' | 'sound.bring' | 'sound.note' | 'sound.remove'
> {
  const { tickets, scope, codecs, sounds, projects, clock, events } = context
  /** A file that was chosen to be measured, or one that an export has finished. */
  const pathOf = (ticket: string): string => {
    try {
      return tickets.peek('finished', ticket).path
    } catch (error) {
      if (error instanceof FailureError) return tickets.take('sound', ticket).path
      throw error
    }
  }
  return {
    'sound.check': ({ ticket }) => checkSound(context, pathOf(ticket), scope.signal),
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
