// How whoever asked for a finished file gets it: as a download in a browser, else by being shown its folder.
import { mediaAddresses } from '../../contract/index.ts'
import type { Ticketed } from '../ports/tickets.ts'
import type { StudioParts } from './studio-parts.ts'

export const handOver = (
  { context, downloads }: Pick<StudioParts, 'context' | 'downloads'>,
  place: Ticketed | { path: string; download?: false },
): { downloadAddress: string } | { revealTicket: string } =>
  place.download
    ? { downloadAddress: mediaAddresses.export(downloads.offer(place)) }
    : { revealTicket: context.tickets.issue('finished', place.path) }
