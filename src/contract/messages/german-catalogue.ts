// All that the face says, in German, as one value: a piece of the page that only who reads it loads.
import type { Catalogue } from './english-catalogue.ts'
import { germanChecks } from './german-check.ts'
import { germanFace } from './german-face.ts'
import { germanAcxMendingText } from './german-mending.ts'
import { germanMessages } from './german.ts'

export const germanCatalogue: Catalogue = {
  face: germanFace,
  messages: germanMessages,
  checks: { ...germanChecks, acxMendingText: germanAcxMendingText },
}
