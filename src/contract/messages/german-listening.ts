// Sentences of listening back, in German: the transcription server, what it hears, and what it found.
import type * as english from './english-listening.ts'
import { count, duration, money, plural } from './german-figures.ts'
import { germanScript } from './german-script.ts'

export const germanListening: typeof english.listeningWords = {
  server: {
    ...germanScript.model,
    title: 'Abhören',
    loading: 'Der eingestellte Server zum Abhören wird gelesen…',
    emptyTitle: 'Aufnahmen werden nur nach ihrem Klang beurteilt',
    emptyText:
      'Stille, Rauschen, eine falsche Länge oder eine andere Stimme werden auf diesem Rechner gefunden. Ein ausgelassenes oder falsch gesprochenes Wort nicht: Dafür muss jemand zuhören.',
    emptyMore:
      'Das kann ein Server, der Gesprochenes aufschreibt: einer auf diesem Rechner, etwa Speaches oder LocalAI, oder jeder andere mit einer Adresse wie der von OpenAI. Er erhält den Klang der Aufnahmen, eine nach der anderen, und nichts, bevor „Abhören“ gedrückt ist. Wo er etwas anderes hört, als im Buch steht, hört er noch einmal hin, und auffällig ist nur, was er zweimal hört.',
    setUp: 'Server zum Abhören einrichten',
    forgetTitle: 'Den Server zum Abhören vergessen?',
    forgetText:
      'Adresse und Schlüssel werden vergessen. Das Gehörte bleibt, ebenso alles, was deswegen auffällig ist.',
    forgotten: 'Der Server zum Abhören ist vergessen. Dorthin wird kein Klang mehr gesendet.',
    nameHint:
      'Etwa „whisper-1“. Unklar? Irgendeinen Namen eintragen und prüfen: Danach stehen die Namen zur Wahl, die der Server nennt.',
    amounts: { perMinute: 'Preis je Minute Klang' },
    saved: (model) => `${model} ist eingestellt. Klang wird erst gesendet, wenn abgehört wird.`,
    checking: 'Eine Sekunde Stille wird gesendet…',
    answers: (latencyMs) => `Er antwortet, in ${count(latencyMs)} ms.`,
    lists: (number) =>
      number === 0
        ? 'Er nennt keine Modelle.'
        : `Zur Wahl: ${plural(number, 'Modell', 'Modelle')}.`,
    checkFailed: 'Er antwortet nicht',
    problems: {
      ...germanScript.model.problems,
      price: 'Einen Betrag eintragen, etwa 0,006, oder das Feld leer lassen.',
    },
  },

  estimate: 'Was das Abhören braucht',
  counting: 'Wird gezählt…',
  takes: 'Gesprochen',
  takesValue: (number) => plural(number, 'Aufnahme', 'Aufnahmen'),
  known: 'Schon abgehört',
  knownValue: (number) =>
    number === 0 ? 'keine' : `${count(number)}, werden nicht noch einmal abgehört`,
  sound: 'Klang, etwa',
  soundValue: (seconds) => (seconds === 0 ? 'keiner' : duration(seconds)),
  cost: 'Kosten, etwa',
  costUnknown: 'Kein Preis eingetragen',
  sent: (address) =>
    `Der Klang dieser Aufnahmen geht an ${address}, eine nach der anderen, mit der Sprache des Buches und keinem Wort seines Textes. Woran etwas auszusetzen ist, wird ein zweites Mal gesendet, hin und wieder ein drittes.`,
  nothing: 'Alles Gesprochene ist abgehört: Es würde nichts gesendet.',
  unspoken:
    'In den angehakten Kapiteln ist noch nichts gesprochen: Sie müssen zuerst vertont werden.',
  budgetHint: 'Ist so viel ausgegeben, hält das Abhören an und wartet.',
  start: 'Abhören',
  started: 'Die Aufnahmen werden abgehört.',

  job: {
    ...germanScript.job,
    title: 'Aufnahmen werden abgehört',
    progress: (done, total) => `${count(done)} von ${plural(total, 'Aufnahme', 'Aufnahmen')}`,
    cancel: 'Das Abhören abbrechen',
    waits: 'Das Abhören wartet',
    stopped: 'Das Abhören ist angehalten',
    changeModel: 'Server zum Abhören ändern',
    raiseHint:
      'Ist so viel mehr ausgegeben, hält das Abhören wieder an; bleibt das Feld leer, geht es bis zum Ende. Alles Gehörte bleibt erhalten.',
  },

  flagged: (number) =>
    number === 0
      ? 'Keine Aufnahme ist auffällig.'
      : `${plural(number, 'Aufnahme ist', 'Aufnahmen sind')} auffällig, nach Klang oder Gehör.`,

  price: (perMinute, currency) => `${money(perMinute * 60, currency)} je Stunde Klang`,
}
