// Sentences of the cast, in German: who speaks, by which voice, and how it is found.
import type { castWords } from './english-cast.ts'
import { count, percentage, plural } from './german-figures.ts'

const lines = (number: number): string => plural(number, 'Zeile', 'Zeilen')
const quotations = (number: number): string => plural(number, 'wörtliche Rede', 'wörtliche Reden')
const short = (name: string): string =>
  name.length > 16 ? `${name.slice(0, 15).trimEnd()}…` : name

export const germanCast: typeof castWords = {
  tab: 'Besetzung',
  narratorVoice: 'Die Stimme der Erzählung',
  characters: 'Figuren',
  none: 'Noch keine Figuren: eine Stimme liest das ganze Buch. Lectern kann suchen, wer spricht; oder eine Figur hinzufügen und ihr mit den Tasten 1 bis 9 Zeilen geben.',
  keysHint:
    'Die Tasten 1 bis 9 geben das gewählte Segment einer Figur, 0 der Erzählung; Umschalt+S gibt alle Zeilen wie diese.',
  add: 'Figur hinzufügen',
  fitVoices: 'Allen eine Stimme geben',
  fitted: (number, left) =>
    `${plural(number, 'Figur bekommt eine Stimme', 'Figuren bekommen Stimmen')}${left === 0 ? '.' : `; für ${count(left)} passt keine.`}`,
  newName: (number) => `Figur ${count(number)}`,
  added: (name) => `${name} gehört zur Besetzung.`,
  nameOf: (name) => `Name von ${name}`,
  colourOf: (name) => `Farbe von ${name}`,
  voiceOf: (name, voice) => `Stimme von ${name}: ${voice}`,
  actions: (name) => `Was mit ${name} getan werden kann`,
  lines,
  counting: 'Wird gezählt…',
  showLines: 'Ihre Zeilen zeigen',
  showLinesOf: (name) => `Zeilen zeigen: ${name}`,
  giveSegment: 'Ihr das gewählte Segment geben',
  giveChapter: 'Ihr das ganze Kapitel geben',
  remove: 'Entfernen',
  removed: (name) =>
    `${name} ist entfernt. Die Zeilen gehören der Erzählung; „Rückgängig“ nimmt es zurück.`,
  given: (name, number) =>
    number === 1 ? `${name} spricht es jetzt.` : `${name} spricht jetzt ${lines(number)}.`,
  noCharacter: (number) =>
    `Eine Figur ${count(number)} gibt es noch nicht. Sie lässt sich unter „Besetzung“ hinzufügen.`,
  colours: [
    'Rot',
    'Blau',
    'Ocker',
    'Violett',
    'Grün',
    'Rosa',
    'Petrol',
    'Braun',
    'Indigo',
    'Oliv',
    'Stein',
    'Magenta',
  ],

  chooseVoice: (name) => `Stimme von ${name} wählen`,
  useVoice: (voice) => `${voice} verwenden`,

  alikeOf: (name) => `Alle Zeilen von ${short(name)} an…`,
  alikeTitle: (name) => `Alles, was ${name} spricht, geht an…`,
  alikeText: 'Im ganzen Buch. Taste drücken oder auswählen. „Rückgängig“ nimmt es zurück.',
  alikeNarrator:
    'Das gewählte Segment gehört der Erzählung. Zuerst die Zeile einer Figur wählen, um alle ihre Zeilen weiterzugeben.',
  alikeDone: (from, to, number) =>
    `${to} spricht jetzt ${lines(number)} von ${from}. „Rückgängig“ nimmt es zurück.`,

  find: 'Suchen, wer spricht',
  findText:
    'Lectern liest die wörtliche Rede und die Worte daneben auf diesem Rechner. Nichts wird gesendet, und nichts wird geändert, bevor es hier bestätigt ist.',
  finding: 'Das Buch wird gelesen…',
  again: 'Noch einmal',
  foundNobody:
    'Keine wörtliche Rede mit Sprecher gefunden. Figuren lassen sich von Hand hinzufügen; die Tasten 1 bis 9 geben ihnen Zeilen.',
  found: 'Gefunden',
  quotations,
  tells: 'erzählt das Buch',
  tickAll: 'Alle',
  tickNone: 'Keine',
  sureness: 'Wie sicher',
  surenessValue: (fraction) => `Mindestens ${percentage().format(fraction)} sicher`,
  sure: (number, all, fraction) =>
    `${count(number)} von ${quotations(all)} mindestens ${percentage().format(fraction)} sicher.`,
  sureHint: 'Was weniger sicher ist, bleibt bei der Erzählung und lässt sich von Hand vergeben.',
  doubtful: (number) => `Zweifelhafte (${count(number)})`,
  doubtfulLine: (who, fraction) => `${who}, ${percentage().format(fraction)} sicher`,
  unknownSpeaker: 'Unbekannt, wer',
  kinds: {
    'speech-verb': 'genannt neben einem Verb des Sprechens',
    'speech-verb-narrator': 'wer erzählt, sagt es selbst',
    'speech-verb-noun': 'beschrieben neben einem Verb des Sprechens',
    'speech-verb-pronoun': 'ein Fürwort neben einem Verb des Sprechens',
    continued: 'setzt die Rede davor fort',
    beat: 'handelt daneben',
    turn: 'wer an der Reihe ist',
    unknown: 'nichts verrät es',
  },
  goThere: (text) => `Zu ${text}`,
  take: 'Ihnen ihre Zeilen geben',
  taking: 'Die Zeilen werden vergeben…',
  takenTitle: 'Fertig',
  taken: (given, cut) =>
    given === 0
      ? 'Sie haben alle diese Zeilen schon: nichts wurde geändert.'
      : `${lines(given)} vergeben, ${plural(cut, 'Segment', 'Segmente')} an Anführungszeichen geteilt. „Rückgängig“ nimmt es zurück.`,
  takenEnded: 'Der laufende Export ist beendet, weil sich seine Segmente geändert haben.',
  takenNext:
    'Jetzt jeder Figur eine Stimme geben; Figuren ohne eigene liest die Stimme der Erzählung.',
  close: 'Schließen',
}
