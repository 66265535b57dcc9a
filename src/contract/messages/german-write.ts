// Sentences of writing, in German: a script from notes, by a language model.
import type * as english from './english-write.ts'
import { count, plural } from './german-figures.ts'

export const germanWrite: typeof english.englishWrite = {
  text: 'Ein Sprachmodell macht daraus einen Podcast, eine Lektion, eine Geschichte oder einen Vortrag: ein neues Buch zum Bearbeiten und Vertonen.',
  emptyTitle: 'Geschrieben wird es von einem Sprachmodell',
  emptyText:
    'Von einem auf diesem Rechner, etwa mit Ollama oder LM Studio, oder jedem anderen mit einer Adresse wie der von OpenAI.',
  emptyMore:
    'Nichts wird gesendet, bevor „Schreiben“ gedrückt ist, und vorher wird gezeigt, was gesendet würde.',
  notes: 'Notizen',
  notesHint:
    'Eine Gliederung oder ein Artikel; oder ein Dokument hierher ziehen. „# Überschrift“ beginnt einen Abschnitt.',
  choose: 'Dokument nehmen',
  reading: 'Das Dokument wird gelesen…',
  name: 'Titel',
  nameNote: 'sonst die erste Überschrift',
  form: 'Was daraus wird',
  forms: { podcast: 'Podcast', lesson: 'Lektion', story: 'Geschichte', talk: 'Vortrag' },
  speakers: 'Wer spricht',
  speakersHint: 'Bis zu vier Namen, mit Kommas getrennt. Ein einzelner ist der Erzähler.',
  language: 'Sprache',
  problems: {
    notes: 'Zuerst Notizen schreiben oder nehmen.',
    tooLong: (most) => `Höchstens ${count(most)} Zeichen. Einen Teil davon nehmen.`,
    speakers:
      'Ein bis vier verschiedene Namen, die mit einem Buchstaben beginnen und ohne Zeichen sind.',
  },
  estimate: 'Was das Schreiben braucht',
  sections: 'Abschnitte',
  sectionsValue: (number, known) =>
    known === 0 ? count(number) : `${count(number)}, davon ${count(known)} schon geschrieben`,
  nothing: 'Alles davon ist schon geschrieben: Nichts würde gesendet.',
  sentText:
    'Der erste Aufruf, Buchstabe für Buchstabe. Jeder Abschnitt ist einer und sieht, wie das Skript zuletzt endete.',
  user: 'Die Notizen',
  budgetHint: 'Das Schreiben wartet, wenn so viel ausgegeben ist.',
  start: 'Schreiben',
  job: {
    title: 'Das Skript wird geschrieben',
    progress: (done, total) => `${count(done)} von ${plural(total, 'Abschnitt', 'Abschnitten')}`,
    cancel: 'Schreiben abbrechen',
    waits: 'Das Schreiben wartet',
    stopped: 'Das Schreiben ist angehalten',
    raiseHint:
      'Ist so viel mehr ausgegeben, wartet das Schreiben wieder; bleibt das Feld leer, geht es bis zum Ende. Was geschrieben ist, bleibt.',
  },
  script: 'Das Skript bis jetzt',
  done: (title) => `„${title}“ ist geschrieben und in der Bibliothek.`,
  open: 'Öffnen',
  unwritten: (heading, reason) => `${heading || 'Ein Abschnitt'}: ${reason}`,
  reasons: {
    refused: 'Das Modell hat abgelehnt; hier stehen die Notizen, wie sie sind.',
    empty: 'Das Modell hat nichts geschrieben; hier stehen die Notizen, wie sie sind.',
    cut: 'Das Modell hat mittendrin aufgehört.',
  },
}
