// Sentences of writing, in German: a script from notes, by a language model.
import type * as english from './english-write.ts'
import { count, plural } from './german-figures.ts'

export const germanWrite: typeof english.englishWrite = {
  text: 'Ein Sprachmodell macht aus Notizen einen Podcast, eine Lektion, eine Geschichte oder einen Vortrag: ein neues Buch zum Bearbeiten und Vertonen.',
  emptyTitle: 'Ein Sprachmodell schreibt das Skript',
  emptyText:
    'Von einem auf diesem Rechner, etwa mit Ollama oder LM Studio, oder jedem anderen mit einer Adresse wie der von OpenAI.',
  emptyMore:
    'Nichts wird gesendet, bevor „Schreiben“ gedrückt ist, und vorher wird gezeigt, was gesendet würde.',
  notes: 'Notizen',
  notesHint:
    'Eine Gliederung, ein Artikel oder ein Dokument, das hierher gezogen wird. Mit „# Überschrift“ beginnt ein Abschnitt.',
  choose: 'Dokument übernehmen',
  reading: 'Das Dokument wird gelesen…',
  name: 'Titel',
  nameNote: 'sonst die erste Überschrift',
  form: 'Was daraus wird',
  forms: { podcast: 'Podcast', lesson: 'Lektion', story: 'Geschichte', talk: 'Vortrag' },
  speakers: 'Wer spricht',
  speakersHint: 'Bis zu vier Namen, mit Kommas getrennt. Wer allein spricht, erzählt.',
  language: 'Sprache',
  problems: {
    notes: 'Zuerst Notizen schreiben oder ein Dokument übernehmen.',
    tooLong: (most) => `Höchstens ${count(most)} Zeichen. Nur einen Teil übernehmen.`,
    speakers:
      'Ein bis vier verschiedene Namen, die mit einem Buchstaben beginnen, ohne Doppelpunkte und Klammern.',
  },
  estimate: 'Was das Schreiben braucht',
  sections: 'Abschnitte',
  sectionsValue: (number, known) =>
    known === 0 ? count(number) : `${count(number)}, davon ${count(known)} schon geschrieben`,
  nothing: 'Alles ist schon geschrieben: Es würde nichts gesendet.',
  sentText:
    'Die erste Anfrage, Buchstabe für Buchstabe. Jeder Abschnitt ist eine Anfrage und bekommt gezeigt, wie das Skript davor endet.',
  user: 'Die Notizen',
  budgetHint: 'Ist so viel ausgegeben, hält das Schreiben an und wartet.',
  start: 'Schreiben',
  job: {
    title: 'Das Skript wird geschrieben',
    progress: (done, total) => `${count(done)} von ${plural(total, 'Abschnitt', 'Abschnitten')}`,
    cancel: 'Das Schreiben abbrechen',
    waits: 'Das Schreiben wartet',
    stopped: 'Das Schreiben ist angehalten',
    raiseHint:
      'Ist so viel mehr ausgegeben, hält das Schreiben wieder an; bleibt das Feld leer, geht es bis zum Ende. Alles Geschriebene bleibt erhalten.',
  },
  script: 'Das Skript bis jetzt',
  done: (title) => `„${title}“ ist geschrieben und in der Bibliothek.`,
  open: 'Öffnen',
  unwritten: (heading, reason) => `${heading || 'Ein Abschnitt'}: ${reason}`,
  reasons: {
    refused: 'Das Modell hat abgelehnt; dort stehen die Notizen, wie sie sind.',
    empty: 'Das Modell hat nichts geschrieben; dort stehen die Notizen, wie sie sind.',
    cut: 'Das Modell hat mittendrin aufgehört.',
  },
}
