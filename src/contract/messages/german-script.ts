// Sentences of the script, in German: what is proposed for the performance, and what a language model is asked.
import type * as english from './english-script.ts'
import { count, duration, money, percentage, plural } from './german-figures.ts'

const places = (number: number): string => plural(number, 'Stelle', 'Stellen')
const proposals = (number: number): string => plural(number, 'Vorschlag', 'Vorschläge')
/** In the dative, after “von”. */
const ofProposals = (number: number): string => plural(number, 'Vorschlag', 'Vorschlägen')

const short = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text

export const germanScript: typeof english.scriptWords = {
  part: 'Teil des Skripts',
  parts: { proposals: 'Vorschläge', translation: 'Sprache', listening: 'Abhören' },
  loading: 'Das Buch wird durchgesehen…',
  kinds: {
    who: 'Wer spricht',
    people: 'Personen',
    how: 'Wie es gesagt wird',
    words: 'Schwierige Wörter',
    ear: 'Fürs Ohr',
    description: 'Beschreibung des Buches',
    translation: 'Übersetzung',
  },

  model: {
    title: 'Sprachmodell',
    loading: 'Das eingestellte Sprachmodell wird gelesen…',
    emptyTitle: 'Zuerst gilt, was das Buch selbst sagt',
    emptyText:
      'Viele Zeilen verraten selbst, wer spricht und wie: „flüsterte Anna“. Was sie sagen, ist unten vorgeschlagen, auf diesem Rechner gefunden und ohne jedes Modell.',
    emptyMore:
      'Für den Rest lässt sich ein Sprachmodell fragen: eines auf diesem Rechner, etwa mit Ollama oder LM Studio, oder jedes andere mit einer Adresse wie der von OpenAI. Nichts wird gesendet, bevor „Fragen“ gedrückt ist, und vorher wird gezeigt, was gesendet würde. Kein Wort des Buches wird je geändert.',
    setUp: 'Sprachmodell einrichten',
    line: (model, address) => `${model} unter ${address}`,
    change: 'Ändern',
    forget: 'Vergessen',
    forgetTitle: 'Das Sprachmodell vergessen?',
    forgetText:
      'Adresse und Schlüssel werden vergessen. Die Antworten bleiben, ebenso alles, was daraus angenommen wurde.',
    forgetYes: 'Jetzt vergessen',
    forgetNo: 'Behalten',
    forgotten: 'Das Sprachmodell ist vergessen. Dorthin wird nichts mehr gesendet.',

    address: 'Adresse',
    addressHint: 'Jeder Server, der wie der von OpenAI spricht, mit oder ohne /v1.',
    name: 'Modell',
    nameHint:
      'Unklar, wie es heißt? Irgendeinen Namen eintragen und prüfen: Danach stehen die Namen zur Wahl, die der Server nennt.',
    nameHintKnown: (number) =>
      `Der Server nennt ${plural(number, 'Modell', 'Modelle')}: beim Schreiben auswählen.`,
    listed: 'Modelle, die er nennt',
    listedNone: 'Eines wählen…',
    amounts: {
      perMillionIn: 'Preis je Million gesendeter Token',
      perMillionOut: 'Preis je Million geantworteter Token',
    },
    priceHint:
      'Leer: Es kostet nichts, oder der Preis ist nicht bekannt. Mit Preis sind die Kosten vorher zu sehen.',
    currency: 'Währung',
    save: 'Speichern',
    saveAndCheck: 'Speichern und prüfen',
    saved: (model) => `${model} ist eingestellt. Gesendet wird erst, wenn gefragt wird.`,
    check: 'Prüfen',
    checking: 'Das Modell wird um ein einziges Wort gebeten…',
    unchecked: 'Noch nicht geprüft',
    answers: (latencyMs) => `Es antwortet, in ${count(latencyMs)} ms.`,
    lists: (number) =>
      number === 0
        ? 'Es nennt keine Modelle.'
        : `Zur Wahl: ${plural(number, 'Modell', 'Modelle')}.`,
    checkFailed: 'Es antwortet nicht',
    problems: {
      address: 'Die Adresse eintragen, beginnend mit http:// oder https://.',
      model: 'Das Modell nennen.',
      price: 'Einen Betrag eintragen, etwa 0,15, oder beide Felder leer lassen.',
      currency: 'Drei Buchstaben, etwa EUR.',
    },
  },

  ask: {
    title: 'Was gefragt wird',
    kinds: 'Wonach gefragt wird',
    kindTexts: {
      who: 'Bei wörtlicher Rede, die das Buch offenlässt',
      people: 'Welche Namen dieselbe Person meinen, und wie sie klingen mag',
      how: 'Ein Tonfall, wo die Worte einen verlangen',
      words: 'Namen und fremde Wörter, und wie sie gesprochen werden',
      ear: 'Tabellen, Formeln und Zahlen, als Satz daneben',
      description: 'Worum es geht, in den fertigen Dateien',
    },
    chapters: (number) =>
      number === 0
        ? 'Kein Kapitel ist angehakt. In der Kapitelliste mindestens eines anhaken.'
        : `In ${number === 1 ? 'dem einen angehakten Kapitel' : `den ${count(number)} angehakten Kapiteln`}.`,
    noKind: 'Mindestens eines anhaken, wonach gefragt wird.',
    estimate: 'Was das Fragen braucht',
    counting: 'Wird gezählt…',
    items: 'Gefragt nach',
    itemsValue: places,
    known: 'Schon beantwortet',
    knownValue: (number) =>
      number === 0 ? 'keine' : `${count(number)}, werden nicht noch einmal gefragt`,
    calls: 'Anfragen',
    callsValue: (number) => (number === 0 ? 'keine' : count(number)),
    tokens: 'Token, etwa',
    tokensValue: (sent, answered) => `${count(sent)} gesendet, ${count(answered)} geantwortet`,
    cost: 'Kosten, etwa',
    costUnknown: 'Kein Preis eingetragen',
    nothing: 'Alles ist schon beantwortet: Es würde nichts gesendet.',
    sent: 'Was gesendet wird',
    sentText:
      'Die erste Anfrage, Buchstabe für Buchstabe. Die anderen sind wie sie, mit anderen Zeilen.',
    sentNone: 'Es würde nichts gesendet.',
    system: 'Anweisungen',
    user: 'Die Zeilen',
    budget: 'Budget',
    budgetHint: 'Ist so viel ausgegeben, hält das Fragen an und wartet.',
    start: 'Fragen',
    started: 'Das Sprachmodell wird gefragt.',
  },

  job: {
    title: 'Das Sprachmodell wird gefragt',
    progress: (done, total) => `${count(done)} von ${places(total)}`,
    eta: (seconds) => `noch etwa ${duration(seconds)}`,
    paused: 'Angehalten',
    waiting: 'Wartet',
    tokens: (sent, answered) => `${count(sent)} Token gesendet, ${count(answered)} geantwortet`,
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    cancel: 'Das Fragen abbrechen',
    waits: 'Das Fragen wartet',
    stopped: 'Das Fragen ist angehalten',
    tryNow: 'Jetzt versuchen',
    goOn: 'Fortfahren',
    changeModel: 'Sprachmodell ändern',
    raise: 'Budget erhöhen',
    raiseLabel: 'Weiteres Budget',
    raiseHint:
      'Ist so viel mehr ausgegeben, hält das Fragen wieder an; bleibt das Feld leer, geht es bis zum Ende. Alle Antworten bleiben erhalten.',
  },

  proposals: {
    title: 'Vorschläge',
    filter: 'Welche Vorschläge',
    all: 'Alle',
    choice: (kind, number) => `${kind} (${count(number)})`,
    list: 'Vorschläge',
    total: proposals,
    first: (shown, all) => `Die ${count(shown)} sichersten von ${ofProposals(all)}`,
    none: 'Nichts ist vorgeschlagen. Mehr sagt das Buch selbst nicht, und alles Vorgeschlagene ist angenommen oder verworfen.',
    noneOfKind: 'Von dieser Art ist nichts vorgeschlagen.',
    keysHint:
      '↑ ↓ bewegen, Eingabe oder Y nimmt an, Entf oder N verwirft, O zeigt die Stelle im Buch.',
    bands: { sure: 'sicher', likely: 'wahrscheinlich', doubtful: 'zweifelhaft' },
    group: (kind, band) => `${kind} – ${band}`,
    who: (name, quotation) => `${name}: „${quotation}“`,
    inSegments: (number) => `in ${plural(number, 'Segment', 'Segmenten')}`,
    sources: { book: 'Buch', model: 'Modell' },
    origin: (source, fraction) => `${source}, ${percentage().format(fraction)} sicher`,
    originShort: (source, fraction) => `${source}, ${percentage().format(fraction)}`,
    row: (proposed, text) => `${proposed}. ${text}`,
    take: 'Annehmen',
    takeOf: (proposed) => `${short(proposed)} annehmen`,
    takeAll: (number) => `Alle ${count(number)} annehmen`,
    takeAllOf: (number, group) => `Alle ${count(number)} annehmen (${group})`,
    dismiss: 'Verwerfen',
    dismissOf: (proposed) => `${short(proposed)} verwerfen`,
    hear: (word) => `„${word}“ anhören`,
    stop: (word) => `„${word}“ anhalten`,
    taken: (number) =>
      number === 0
        ? 'Nichts wurde angenommen: Im Buch steht dort inzwischen etwas anderes.'
        : `${proposals(number)} angenommen.`,
    dismissed: (number) => `${proposals(number)} verworfen.`,
    undo: 'Rückgängig',
    failed: 'Die Vorschläge ließen sich nicht lesen',
    again: 'Noch einmal',
  },

  unanswered: {
    title: (number) => `Unbeantwortet (${count(number)})`,
    text: 'Vom letzten Fragen. Beim nächsten Mal wird wieder danach gefragt.',
    goTo: (reason, text) => `Zu „${short(text)}“: ${reason}`,
    more: (number) => `und ${count(number)} weitere`,
    reasons: {
      refused: 'Das Modell hat die Antwort verweigert.',
      shape: 'Die Antwort hatte eine andere Form als verlangt.',
      missing: 'In der Antwort fehlte es.',
      unlikely: 'Die Antwort kann nicht stimmen: Sie nennt etwas, das es nicht gibt.',
    },
  },

  price: (perMillionIn, perMillionOut, currency) =>
    `${money(perMillionIn, currency)} je Million gesendeter Token, ${money(perMillionOut, currency)} je Million geantworteter`,
}
