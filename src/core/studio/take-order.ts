// What a take maker is told of a row: the row, as its voice's source has it now.
import type { Project } from '../../contract/index.ts'
import type { Resolved } from './resolver.ts'
import type { TakeOrder } from './take-maker.ts'
import type { VoiceDesk } from './voice-desk.ts'

/** The order of one rendition of a row by the voice whose recipe it is. Fails as `VoiceDesk.find`. */
export async function takeOrder(
  voices: VoiceDesk,
  project: Pick<Project, 'id' | 'language'>,
  row: Resolved,
  rendition: number,
): Promise<TakeOrder> {
  const { voice, provider } = await voices.find(row.voice)
  return {
    projectId: project.id,
    segment: row.segment,
    spoken: row.spoken,
    recipeKey: row.recipeKey,
    language: project.language,
    rendition,
    voice,
    provider,
    endpointId: voices.endpointOf(voice.id),
  }
}
