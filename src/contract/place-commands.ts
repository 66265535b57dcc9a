// Commands about where a person was in a book.
import { z } from 'zod'
import { done, ofProject } from './command-shapes.ts'
import { KeptPlace } from './place.ts'

export const placeCommands = {
  /** Where the row is now, or the nearest one where it is gone; null where nothing is known. */
  'place.read': { args: ofProject, reply: z.object({ place: KeptPlace.nullable() }) },
  'place.keep': { args: ofProject.extend({ place: KeptPlace }), reply: done },
} as const
