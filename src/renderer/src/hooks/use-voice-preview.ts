// Lets a voice be heard; one at a time.
import type { VoiceId } from '../../../contract/index.ts'
import { useFace } from './use-face.ts'
import { useHearing, type Hearing } from './use-hearing.ts'

/** A preview that cannot be made is told. */
export function useVoicePreview(): Hearing<VoiceId> {
  const { connection, news } = useFace()
  return useHearing(async (voice) => {
    const preview = news.settle(await connection.call('voice.preview', { voice }))
    return preview?.address ?? null
  })
}
