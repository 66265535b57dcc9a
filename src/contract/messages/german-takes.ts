// Sentences of the segment's panel, in German: its words, its takes, what is heard of them and how loud.
import type { takeWords } from './english-takes.ts'
import {
  count,
  duration,
  money,
  plural,
  segments,
  signedDb,
  tenth,
  twoDecimals,
} from './german-figures.ts'

const fine = (seconds: number): string => `${twoDecimals(seconds)} s`

export const germanTakes: typeof takeWords = {
  words: {
    text: 'Wortlaut',
    spoken: 'Gesprochen als',
    byRules: 'Nach den Regeln der Sprache und dem Wörterbuch.',
    byHand: 'Von Hand geschrieben: Weder Regeln noch Wörterbuch ändern es.',
    say: 'Ändern, was gesprochen wird',
    sayName: 'Was gesprochen wird',
    sayHint: 'Der gezeigte Text bleibt, wie er ist. Eingabe speichert und kostet nichts.',
    backToRules: 'Zurück zu den Regeln',
    said: 'Gespeichert. Das Segment ist veraltet, bis es neu gesprochen wird.',
    saidByRules: 'Es wird wieder nach den Regeln gesprochen.',
  },

  title: 'Aufnahmen',
  none: 'Es wurde noch nicht gesprochen. Was dafür gesprochen oder aufgenommen wird, bleibt hier erhalten.',
  recording: 'Selbst aufgenommen',
  recordingCopied: (name) =>
    `„${name}“ ist jetzt hier zu hören. „Rückgängig“ gibt zurück, was vorher zu hören war.`,
  chosen: 'Gewählt',
  outOfDate: 'von anderer Stimme, anderem Text oder Tempo',
  flagged: (number) => plural(number, 'Auffälligkeit', 'Auffälligkeiten'),
  name: (number, voice) => `Aufnahme ${count(number)}: ${voice}`,
  short: (number, voice) => `${count(number)} · ${voice}`,
  hear: (name) => `${name} anhören`,
  stop: (name) => `${name} anhalten`,
  choose: (name) => `${name} wählen`,
  chose: (name) => `${name} ist gewählt.`,
  onlyOne: 'Dieses Segment hat eine einzige Aufnahme. Für eine weitere neu sprechen.',
  noneYet: 'Dieses Segment hat noch keine Aufnahme. Zuerst sprechen.',
  note: (name) => `Notiz zu ${name}`,
  noteHint: 'Eingabe speichert',

  lock: 'Gesperrt',
  lockText: 'Gesperrt: bleibt, was auch aus Text und Stimme wird',
  unlockedText: 'Folgt Text und Stimme. Sperren, um zu behalten, was zu hören ist.',
  locked: 'Gesperrt. Was zu hören ist, bleibt.',
  unlocked: 'Nicht mehr gesperrt.',

  speakWith: 'Neu sprechen mit…',
  speakWithTitle: 'Mit einer anderen Stimme neu sprechen',
  speakWithText:
    'Die Aufnahme wird gewählt und gesperrt, denn es ist nicht die Stimme des Segments.',
  speakWithNone: 'Keine Stimme passt. Eine Sprache versuchen, etwa „Deutsch“.',

  compare: {
    start: (name) => `${name} mit der gewählten Aufnahme vergleichen`,
    title: 'A und B im Vergleich',
    which: 'Was zu hören ist',
    play: 'Beide abspielen',
    stop: 'Anhalten',
    choose: 'Wählen, was zu hören ist',
    close: 'Vergleich verlassen',
    text: 'Beim Abspielen wechseln: Die andere geht an derselben Stelle weiter.',
    letters: ['A', 'B'],
  },

  record: {
    bring: 'Tonaufnahme holen…',
    drop: 'Oder eine Audiodatei auf diese Leiste ziehen.',
    over: 'Loslassen: Sie wird eine Aufnahme dieses Segments',
    reading: (name) => `„${name}“ wird gelesen…`,
    notOne: 'Nur eine Audiodatei auf einmal: Sie wird eine Aufnahme dieses Segments.',
    notSound: (name) =>
      `„${name}“ ist keine Audiodatei. Eine Datei in WAV, FLAC, MP3 oder M4A nehmen; Bücher gehören neben diese Leiste.`,
  },

  trim: {
    title: 'Zuschneiden',
    start: 'Anfang',
    end: 'Ende',
    both: 'Beide Enden',
    at: fine,
    heard: (heard, all) => `${fine(heard)} von ${fine(all)} sind zu hören`,
    hear: 'Anhören',
    found: 'Wie von Lectern gefunden',
    hint: 'Ein Ende ziehen oder mit den Pfeiltasten bewegen: 10 ms, mit Umschalt 100 ms. Die Mitte bewegt beide.',
  },

  manner: {
    title: 'Lautstärke, Pause, Tempo und Tonfall',
    many: (number) =>
      `${segments(number)} sind ausgewählt: Was hier eingestellt wird, gilt für alle.`,
    gain: 'Lauter oder leiser',
    ownPause: 'Eigene Pause dahinter',
    pause: 'Pause danach',
    pauseOfBook: (ms) => `${tenth().format(ms / 1000)} s nach dem Klang des Buches`,
    pauseSet: (ms) => `Eine Pause von ${fine(ms / 1000)} dahinter.`,
    gainSet: (decibels) => `Von nun an ${signedDb(decibels)}.`,
    free: 'Für Lautstärke und Pause wird nichts neu gesprochen.',
    pace: 'Tempo',
    paceText: 'Mit anderem Tempo ist es veraltet: Auf Wunsch wird es neu gesprochen.',
  },

  stale: {
    title: 'Veraltet',
    count: (number) => `${count(number)} veraltet`,
    needs(cost, seconds) {
      const parts = [
        ...(cost ? [money(cost.amount, cost.currency)] : []),
        ...(seconds === null ? [] : [duration(Math.max(1, seconds))]),
      ]
      return parts.length > 0 ? `etwa ${parts.join(', ')}` : ''
    },
    counting: 'Wird gezählt…',
    speak: 'Sprechen',
  },
}
