// The face's sentences about starting a narration, what it costs, and what it waits for. German.
import type * as english from './english-narration.ts'
import {
  bytes,
  count,
  day,
  duration,
  money,
  percentage,
  plural,
  segments,
} from './german-figures.ts'

export const germanNarration: typeof english.narrationWords = {
  title: 'Mit einer kostenpflichtigen Stimme vertonen',
  description: (voice) =>
    `„${voice}“ kostet Geld. Dies wird von ihr verlangt; vorhandene Aufnahmen werden kostenlos wiederverwendet.`,
  loading: 'Wird gezählt…',
  toSpeak: 'Zu sprechen',
  toSpeakValue: (number, characters) =>
    number === 0 ? 'nichts' : `${segments(number)}, ${plural(characters, 'Zeichen', 'Zeichen')}`,
  leftValue: segments,
  spentSoFar: 'Bisher ausgegeben',
  ready: 'Schon fertig',
  readyValue: (ready, all) =>
    all === 0
      ? 'nichts'
      : `${count(ready)} von ${count(all)} (${percentage().format(ready / all)})`,
  cost: 'Kosten, etwa',
  costUnknown: 'Der Preis ist nicht bekannt',
  costFree: 'Kostenlos',
  price: (perMillion, currency, asOf) =>
    `${money(perMillion, currency)} je Million Zeichen, Stand ${day(asOf)}`,
  time: 'Dauer, etwa',
  timeUnknown: 'Nach den ersten Segmenten bekannt',
  disk: 'Speicherplatz, etwa',
  diskValue: (need, free) => (free === null ? bytes(need) : `${bytes(need)}; ${bytes(free)} frei`),
  diskShort: (need, free) =>
    `Das wird nicht passen: etwa ${bytes(need)} sind nötig, ${bytes(free)} sind frei. Ist der Datenträger voll, hält die Vertonung an und wartet; vorher Platz schaffen oder weniger Kapitel vertonen.`,
  budget: 'Budget',
  budgetOptional: 'freiwillig',
  budgetHint: 'Ist so viel ausgegeben, hält die Vertonung an und fragt.',
  budgetProblem: 'Einen Betrag über null eintragen, etwa 2,50, oder das Feld leer lassen.',
  start: 'Vertonen',
  notNow: 'Nicht jetzt',
  raise: 'Budget erhöhen',
  raiseTitle: 'Budget erhöhen',
  raiseDescription: 'Alles bisher Fertige bleibt erhalten, und die Vertonung geht von dort weiter.',
  raiseLabel: 'Weiteres Budget',
  raiseHint:
    'Ist so viel mehr ausgegeben, hält die Vertonung wieder an und fragt; bleibt das Feld leer, geht sie bis zum Ende.',
  estimate: (toSpeak, ready, seconds) =>
    toSpeak === 0
      ? 'Alles ist fertig: nichts zu sprechen.'
      : `${segments(toSpeak)} zu sprechen, ${count(ready)} fertig${seconds === null ? '' : `, etwa ${duration(seconds)}`}`,

  estimateDisk: (need, free) =>
    `Etwa ${bytes(need)} Speicherplatz${free === null ? '' : `; ${bytes(free)} frei`}`,

  banner: 'Stand der Vertonung',
  waiting: 'Wartet',
  waits: 'Die Vertonung wartet',
  stopped: 'Die Vertonung ist angehalten',
  nextTry: (seconds) =>
    seconds <= 0 ? 'Jetzt folgt ein neuer Versuch.' : `Neuer Versuch in ${duration(seconds)}.`,
  tryNow: 'Jetzt versuchen',
  goOn: 'Fortfahren',
  enterKey: 'Schlüssel eingeben',
  openServer: 'Server öffnen',
  openVoices: 'Stimmen öffnen',
  otherVoice: 'Andere Stimme wählen',
  openSettings: 'Einstellungen öffnen',
  spent: (amount, currency) => `${money(amount, currency)} ausgegeben`,
  saved: (amount, currency) => `${money(amount, currency)} gespart`,
  flagged: (number) => `${count(number)} auffällig`,
  nextFlagged: (number) => `${segments(number)} auffällig: zum nächsten`,
}

/** About the voice that may speak what the book's own cannot. */
export const germanFallback: typeof english.fallbackWords = {
  choice: 'Wenn ein Satz sich nicht sprechen lässt',
  none: 'Auslassen und melden',
  hint: 'Nach allen Versuchen und immer gekennzeichnet. Die Taste F führt von einem zum nächsten.',
  speakWith: (voice, source, isPaid) =>
    `Mit ${voice} sprechen (${source}${isPaid ? ', kostenpflichtig' : ''})`,
  allowed: (voice) =>
    `Was sich nicht sprechen lässt, spricht ab jetzt ${voice}, gekennzeichnet. „Rückgängig“ nimmt es zurück.`,
  forbidden:
    'Was sich nicht sprechen lässt, bleibt aus und wird gemeldet. Was eine andere Stimme gesagt hat, ist veraltet; „Rückgängig“ nimmt es zurück.',
  state: 'Andere Stimme',
  mark: (voice) => `stattdessen von ${voice} gesprochen`,
  title: (voice) => `Stattdessen von ${voice} gesprochen`,
  text: (own) =>
    `${own} konnte diesen Satz nicht sagen. Den Text ändern oder die eigene Stimme es erneut versuchen lassen; sobald sie ihn sagen kann, spricht sie ihn.`,
  again: 'Eigene Stimme erneut versuchen',
}
