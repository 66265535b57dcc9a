// Sentences of a book's sound, in German.
import type { soundWords } from './english-sound.ts'
import { chapters, tenth } from './german-figures.ts'

export const germanSound: typeof soundWords = {
  tab: 'Klang',
  hint: 'Zum Anhören abspielen. Nichts wird neu gesprochen, und „Rückgängig“ nimmt es zurück.',
  preset: 'Vorgabe',
  presets: {
    standard: 'Standard: ausgeglichen und sonst nichts',
    audible: 'Audible (für ACX)',
    podcast: 'Podcast mit -16 LUFS',
    untouched: 'Unveränderte Stimmen',
  },
  own: 'Eigene Einstellungen',
  compare: {
    title: 'Vorher und nachher',
    play: 'Einen Abschnitt ab hier abspielen',
    stop: 'Abschnitt anhalten',
    sides: { shaped: 'Dieser Klang', untouched: 'Unverändert' },
    which: 'Was zu hören ist',
    text: 'Etwa 20 Sekunden, derselbe Augenblick in beiden: während des Abspielens umschalten.',
    same: 'Dieser Klang lässt die Stimmen unverändert: Beide sind gleich.',
  },
  chapterGain: (title) => `Pegel von „${title}“`,
  levelChapters: 'Kapitel angleichen',
  levelChaptersText:
    'Hebt gesprochene Kapitel an, die durch viele Pausen zu leise sind, und senkt zu laute, um höchstens 6 dB.',
  chaptersLevelled: (number) =>
    number === 0
      ? 'Kein gesprochenes Kapitel weicht weit von der Lautheit des Buches ab.'
      : `${chapters(number)} angeglichen. „Rückgängig“ nimmt es zurück.`,
  level: 'Pegel',
  levelled: 'Alle Stimmen auf eine Lautheit bringen',
  loudness: 'Lautheit',
  ceiling: 'Höchstpegel',
  filters: 'Filter',
  highPassed: 'Tiefes Rumpeln entfernen',
  highPass: 'Unterhalb von',
  compressed: 'Sanft verdichten',
  threshold: 'Spitzen über',
  ratio: 'Verhältnis',
  pauses: 'Pausen',
  pace: 'Länger oder kürzer um',
  pauseKinds: {
    sentence: 'Nach einem Satz',
    paragraph: 'Nach einem Absatz',
    scene: 'Nach einer Szene',
    headingBefore: 'Vor einer Überschrift',
    headingAfter: 'Nach einer Überschrift',
    chapterStart: 'Am Anfang eines Kapitels',
    chapterEnd: 'Am Ende eines Kapitels',
  },
  roomToned: 'Raumton anstelle von Stille',
  roomTone: 'Raumton',
  rate: 'Abtastrate',
  rateOf: (hertz) => `${tenth().format(hertz / 1000)} kHz`,
  units: { lufs: 'LUFS', db: 'dB', hertz: 'Hz', ratio: ': 1', factor: '×', ms: 'ms', s: 's' },
}
