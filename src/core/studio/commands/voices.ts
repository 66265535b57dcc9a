// voice.list, server.*, neural.*: who can speak, the person's speech servers, the voices on disk.
import { nameOfPath } from '../../base/name-of-path.ts'
import type { NeuralProgress } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import type { AddingVoice } from '../../ports/neural-voices.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Keys go in with `server.setKey` and are in no reply. */
export function voiceCommands(
  parts: StudioParts,
): HandlersOf<
  | 'voice.list'
  | 'server.list'
  | 'server.save'
  | 'server.remove'
  | 'server.setKey'
  | 'server.check'
  | 'neural.list'
  | 'neural.add'
  | 'neural.download'
  | 'neural.remove'
> {
  const { context, jobs, voices } = parts
  const { servers, neuralVoices, scope, tickets } = context

  const bring = (
    name: string,
    stage: 'copying' | 'downloading',
    work: (how: AddingVoice) => Promise<unknown>,
  ) => {
    const job = jobs.start({ kind: 'voice', stage, name }, null, async (running) => {
      const onProgress = (progress: NeuralProgress) =>
        running.update({
          stage: progress.stage,
          done: progress.doneBytes,
          total: progress.totalBytes,
          etaSeconds: etaOf(running.elapsedMs(), progress),
        })
      await work({ onProgress, signal: running.signal })
    })
    return { jobId: job.id }
  }
  return {
    'voice.list': ({ fresh = false }) => voices.list(fresh),
    'server.list': async () => ({
      servers: await servers.list(),
      presets: [...servers.presets()],
      keys: await servers.keysRest(),
    }),
    'server.save': ({ server }) => servers.save(server),
    async 'server.remove'({ id }) {
      await servers.remove(id)
      return {}
    },
    'server.setKey': ({ id, key }) => servers.setKey(id, key),
    'server.check': ({ id }) => servers.check(id, scope.signal),
    'neural.list': async () => ({
      voices: await neuralVoices.list(),
      offers: neuralVoices.offers(),
    }),
    async 'neural.add'({ ticket }) {
      const { path, release } = tickets.take('book', ticket)
      const name = nameOfPath(path)
      return bring(name, 'copying', async (how) => {
        try {
          await neuralVoices.add(path, how)
        } finally {
          await release()
        }
      })
    },
    async 'neural.download'({ id }) {
      const offer = neuralVoices.offers().find((candidate) => candidate.id === id)
      if (!offer) throw fail('not-found', { kind: 'voice' })
      return bring(offer.label, 'downloading', (how) => neuralVoices.download(id, how))
    },
    async 'neural.remove'({ id }) {
      await neuralVoices.remove(id)
      return {}
    },
  }
}

function etaOf(elapsedMs: number, { doneBytes, totalBytes }: NeuralProgress): number | null {
  if (doneBytes === 0 || totalBytes === 0 || elapsedMs < 1000) return null
  return (elapsedMs / 1000 / doneBytes) * (totalBytes - doneBytes)
}
