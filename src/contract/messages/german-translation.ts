// Sentences of translations, in German: another edition of a book, and what it was translated from.
import type * as english from './english-translation.ts'
import { plural } from './german-figures.ts'
import { germanScript } from './german-script.ts'

export const germanTranslation: typeof english.translationWords = {
  title: 'Andere Sprache',
  text: 'Ein Sprachmodell kann die angehakten Kapitel in ein eigenes Buch übersetzen, Zeile für Zeile, mit dem Original neben jeder Zeile. Dieses Buch bleibt, wie es ist.',
  noModel: 'Zum Übersetzen oben ein Sprachmodell einrichten.',
  language: 'Nach',
  glossary: 'Glossar',
  glossaryHint:
    'Eine Zeile je Wort, etwa „Baker Street = Bäckerstraße“. Kommt ein Wort hinzu, werden nur die Zeilen neu übersetzt, in denen es steht.',
  glossaryWrong: (lines) =>
    `${plural(lines.length, 'Zeile ist kein Eintrag', 'Zeilen sind keine Einträge')}: ${lines.slice(0, 5).join(', ')}. Schreibweise: „Wort = Übersetzung“.`,
  glossaryCount: (entries) => `Glossar (${plural(entries, 'Wort', 'Wörter')})`,
  chapters: germanScript.ask.chapters,
  budgetHint: 'Ist so viel ausgegeben, hält die Übersetzung an und wartet.',
  start: (language) => `Übersetzen: ${language}`,
  renew: (language) => `Aktualisieren: ${language}`,
  nothing: 'Jede Zeile ist schon übersetzt: Es würde nichts gesendet.',
  started: 'Das Buch wird übersetzt.',
  editions: 'Ausgaben',
  open: (title, language) => `„${title}“ öffnen, ${language}`,

  of: (language) =>
    `Dies ist eine Übersetzung; neben jeder Zeile steht das Original (Sprache: ${language}). Was hier geändert wird, bleibt, bis sich die Zeile im Original ändert.`,
  openOriginal: 'Original öffnen',
  originalGone:
    'Das Original ist nicht mehr in der Bibliothek; auf den neuesten Stand bringen lässt sich die Übersetzung daher nicht.',

  job: {
    ...germanScript.job,
    title: 'Das Buch wird übersetzt',
    cancel: 'Die Übersetzung abbrechen',
    waits: 'Die Übersetzung wartet',
    stopped: 'Die Übersetzung ist angehalten',
    raiseHint:
      'Ist so viel mehr ausgegeben, hält die Übersetzung wieder an; bleibt das Feld leer, geht es bis zum Ende. Alles Übersetzte bleibt erhalten.',
  },
}
