// What the page tells its window of the deeds: which there are, by which keys, and which can be done now.
import { z } from 'zod'
import { keyWords } from './messages/english-keys.ts'

const namesOf = <T extends object>(words: T) => Object.keys(words) as [keyof T & string]

/** What can be done by key, palette or menu. One without words is none: they are in messages/english-keys.ts. */
export const DeedId = z.enum(namesOf(keyWords.deeds))
export type DeedId = z.infer<typeof DeedId>
export const DeedGroup = z.enum(namesOf(keyWords.groups))
export type DeedGroup = z.infer<typeof DeedGroup>

export const ToldDeed = z.object({
  id: DeedId,
  group: DeedGroup,
  /** In force, as key presses are named; see `KeyBindings`. */
  keys: z.array(z.string().min(1).max(40)).max(4),
  can: z.boolean(),
})
export type ToldDeed = z.infer<typeof ToldDeed>

/** In the order in which they are offered. */
export const ToldDeeds = z.array(ToldDeed).max(200)
