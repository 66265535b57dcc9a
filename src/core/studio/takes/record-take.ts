// A person's own recording as a take of a segment: it is told by its sound, for nobody was asked for it.
import type { Take } from '../../../contract/index.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Fails as `Codecs.prepareRecording`, and with `not-found` for a ticket that is used up. */
export async function recordTake(
  { context }: Pick<StudioParts, 'context'>,
  usedBy: { projectId: string; segmentId: string },
  ticket: string,
): Promise<Take> {
  const { codecs, takes, tickets, scope } = context
  const { path, release } = tickets.take('book', ticket)
  try {
    const made = await codecs.prepareRecording(path, scope.signal)
    const id = `sha256-${made.audioDigest}`
    const take: Take = {
      id,
      rendition: 1,
      // A voice of its own: it is brought to the book's loudness by itself.
      voice: recordedVoice(id),
      sampleRate: made.sampleRate,
      samples: made.samples,
      audioDigest: made.audioDigest,
      analysis: made.analysis,
      flags: [],
    }
    await takes.keep(take, made, usedBy).catch(async (error: unknown) => {
      await codecs.discard([{ file: made.file }])
      throw error
    })
    return take
  } finally {
    await release()
  }
}

const recordedVoice = (takeId: string): string => `recording:${takeId.slice('sha256-'.length)}`
