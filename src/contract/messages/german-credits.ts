// Sentences on opening and closing credits, in German.
import type { creditsWords } from './english-credits.ts'

export const germanCredits: typeof creditsWords = {
  add: 'Vor- und Abspann hinzufügen',
  added:
    'Vor- und Abspann sind da, als erstes und letztes Kapitel. Erst durchsehen, dann vertonen.',
  kept: 'Das Buch hat Vor- und Abspann schon.',
}
