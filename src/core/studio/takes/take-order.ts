// What a take maker is told of a row: the row, as its voice's source has it now.
import type { Project } from '../../../contract/index.ts'
import type { Resolved } from './resolver.ts'
import type { TakeOrder } from './take-maker.ts'
import type { VoiceDesk } from '../voices/voice-desk.ts'

/** The order of one rendition of a row, by the voice that it names. Fails as `VoiceDesk.find`. */
export async function takeOrder(
  voices: VoiceDesk,
  project: Pick<Project, 'id' | 'language'>,
  { segment, spoken, rate, style, recipeKey, voice: id }: Resolved,
  rendition: number,
): Promise<TakeOrder> {
  const { voice, provider } = await voices.find(id)
  const endpointId = voices.endpointOf(id)
  const { id: projectId, language } = project
  const how = { rate, ...(style !== undefined && { style }) }
  const asked = { spoken, ...how, recipeKey, language, rendition }
  return { projectId, segment, ...asked, voice, provider, endpointId }
}
