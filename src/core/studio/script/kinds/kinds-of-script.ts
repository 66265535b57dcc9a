// Every kind of the script by its name.
import type { ScriptKind } from '../../../../contract/index.ts'
import { description } from './description.ts'
import { ear } from './ear.ts'
import { how } from './how.ts'
import type { KindOfScript } from './kind-of-script.ts'
import { people } from './people.ts'
import { who } from './who.ts'
import { words } from './words.ts'

export const kindsOfScript: Record<ScriptKind, KindOfScript> = {
  ...{ who, people, how, words, ear, description },
}
