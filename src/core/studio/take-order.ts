// What a take maker is told of a row: the row, as its voice's source has it now.
import type { Project } from '../../contract/index.ts'
import type { Resolved } from './resolver.ts'
import type { TakeOrder } from './take-maker.ts'
import type { VoiceDesk } from './voice-desk.ts'

/** The voice whose recipe the row is, and what speaks it. */
type Speaker = Pick<TakeOrder, 'voice' | 'provider' | 'endpointId'>

/** The order of one rendition of a row, by a voice that is found already. */
export const takeOrderBy = (
  { voice, provider, endpointId }: Speaker,
  project: Pick<Project, 'id' | 'language'>,
  { segment, spoken, recipeKey }: Resolved,
  rendition: number,
): TakeOrder => ({
  projectId: project.id,
  segment,
  spoken,
  recipeKey,
  language: project.language,
  rendition,
  voice,
  provider,
  endpointId,
})

/** The same by the voice that the row names. Fails as `VoiceDesk.find`. */
export async function takeOrder(
  voices: VoiceDesk,
  project: Pick<Project, 'id' | 'language'>,
  row: Resolved,
  rendition: number,
): Promise<TakeOrder> {
  const found = await voices.find(row.voice)
  const endpointId = voices.endpointOf(found.voice.id)
  return takeOrderBy({ ...found, endpointId }, project, row, rendition)
}
