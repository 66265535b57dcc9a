// All deeds but those of a text's own keys, as the menu of the system is told of them.
import type { ToldDeed } from '../../../contract/index.ts'
import { deedIds, deedTable, type DeedId } from './deed-table.ts'
import type { KeyMap } from './keys.ts'

export const deedsToTell = (keys: KeyMap, can: (id: DeedId) => boolean): ToldDeed[] =>
  deedIds
    .filter((id) => deedTable[id].fixed !== true)
    .map((id) => ({ id, group: deedTable[id].group, keys: [...keys[id]], can: can(id) }))
