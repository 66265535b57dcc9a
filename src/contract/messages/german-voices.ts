// The face's sentences about where voices come from: servers, neural voices, the system. German.
import type * as english from './english-voices.ts'
import { bytes, count, day, duration, money, plural } from './german-figures.ts'
import { inGerman } from './german-phrases.ts'

export const germanSourceKinds: typeof english.sourceKindWords = {
  server: 'Server',
  neural: 'Neuronal',
  system: 'System',
  embedded: 'Eingebaut',
}

const voices = (number: number): string => plural(number, 'Stimme', 'Stimmen')

export const germanVoiceScreen: typeof english.voiceScreenWords = {
  title: 'Stimmen',
  intro: 'Woher die Stimmen kommen. Was hier hinzukommt, lässt sich für jedes Buch besetzen.',
  voices,
  otherTitle: 'Auf diesem System und eingebaut',
  otherText:
    'Die eingebauten Stimmen sind für Entwürfe: Sie sprechen sofort, auf jedem Rechner, und zeigen, wie ein Buch wird. Für ein Hörbuch, das man hören will, oben eine neuronale Stimme oder einen Sprachserver hinzufügen.',
  otherNone: 'Es wurde keine andere Quelle gefunden.',
  unreadable: 'Die Quellen ließen sich nicht lesen',
}

export const germanServers: typeof english.serverWords = {
  title: 'Sprachserver',
  text: 'Jeder Server, der wie der von OpenAI spricht: in der Cloud, im eigenen Netz oder auf diesem Rechner.',
  add: 'Server hinzufügen',
  emptyTitle: 'Noch kein Sprachserver',
  emptyText:
    'Einen auf diesem Rechner betreiben, etwa Kokoro-FastAPI, oder einen gehosteten mit Schlüssel verwenden. Art wählen, testen, anhören und besetzen.',
  addTitle: 'Sprachserver hinzufügen',
  editTitle: (name) => `${name} ändern`,
  kind: 'Art des Servers',
  kindTexts: {
    openai: 'Gehostet und kostenpflichtig; der Text geht an OpenAI.',
    'kokoro-fastapi': 'Schnell und natürlich; auf diesem Rechner oder im eigenen Netz.',
    speaches: 'Stimmen von Kokoro und Piper aus einem Server.',
    localai: 'Viele Sprachausgaben hinter einer Adresse.',
    'openedai-speech': 'Stimmen von Piper und XTTS.',
    orpheus: 'Ausdrucksstark; ein Segment nach dem anderen.',
    chatterbox: 'Ahmt eine Stimme nach; ein Segment nach dem anderen.',
    other: 'Alles, was die Sprache von OpenAI spricht.',
  },
  ends: (date) => `Die Sprachausgabe endet am ${day(date)}.`,
  ended: (date) => `Die Sprachausgabe endete am ${day(date)}.`,
  modelEnds: (model, date) =>
    `Das Modell „${model}“ endet am ${day(date)}. Rechtzeitig ein anderes wählen.`,
  modelEnded: (model, date) => `Das Modell „${model}“ endete am ${day(date)}. Ein anderes wählen.`,

  name: 'Name',
  addresses: 'Adressen',
  addressesHint: 'Eine je Zeile. Mehrere sind mehrere Rechner mit denselben Stimmen.',
  model: 'Modell',
  modelHint: 'Ein Test des Servers zeigt, welche er hat.',
  modelHintKnown: (number) =>
    `Der Server nennt ${plural(number, 'Modell', 'Modelle')}: beim Schreiben auswählen.`,
  key: 'Schlüssel',
  keyNone: 'Nur wo der Server einen verlangt. Er wird nie wieder gezeigt.',
  keyKept: {
    keychain: 'Ein Schlüssel liegt im Schlüsselbund des Systems.',
    file: 'Ein Schlüssel liegt in einer Datei, die nur dieses Konto lesen kann.',
  },
  keyWillRest: {
    keychain: 'Er liegt dann im Schlüsselbund des Systems und wird nie wieder gezeigt.',
    file: 'Er liegt dann in einer Datei, die nur dieses Konto lesen kann, und wird nie wieder gezeigt.',
  },
  keyReplace: 'Ersetzen',
  keyForget: 'Vergessen',
  keyForgotten: 'Der Schlüssel ist vergessen.',
  keyStay: 'Den alten behalten',

  advanced: 'Erweitert',
  format: 'Verlangtes Format',
  formats: {
    wav: 'WAV, verlustfrei',
    flac: 'FLAC, verlustfrei und kleiner',
    pcm: 'PCM mit 24 kHz, verlustfrei, ohne Kopf',
    mp3: 'MP3, verlustbehaftet',
    opus: 'Opus, verlustbehaftet',
  },
  instructions: 'Anweisungen',
  instructionsHint:
    'Wie zu sprechen ist, für Modelle, die das annehmen: „Ruhig, langsam, wie eine Gutenachtgeschichte.“',
  voices: 'Stimmen',
  voicesHint: 'Eine je Zeile; für Server, die keine nennen, oder um welche zu ergänzen.',
  languages: 'Sprachen',
  languagesHint: 'Was die Stimmen sprechen, als Kürzel mit Kommas: en, de-AT. Leer: nicht bekannt.',
  atOnce: 'Segmente zugleich',
  atOnceKinds: {
    usual: 'Wie in den Einstellungen',
    found: 'Von selbst gefunden',
    number: 'Eine Zahl',
  },
  atOnceNumber: 'Wie viele zugleich',
  requests: 'Anfragen je Minute',
  characters: 'Zeichen je Minute',
  limitHint: 'Leer: keine Grenze.',
  price: 'Preis je Million Zeichen',
  priceHint: 'Leer: kostet nichts.',
  currency: 'Währung',
  priceOf: (perMillion, currency, asOf, source) =>
    `${money(perMillion, currency)} je Million Zeichen, Stand ${day(asOf)} (${source})`,
  priceSource: 'selbst angegeben',
  allowPlain: 'Ungeschütztes http außerhalb dieses Rechners erlauben',
  allowPlainText:
    'Schlüssel und Text des Buches kann unterwegs jeder lesen. Nur in einem vertrauenswürdigen Netz.',

  test: 'Testen',
  saveAndTest: 'Speichern und testen',
  leaveTitle: 'Das Geschriebene verwerfen?',
  leaveText: 'Dieser Server hat Änderungen, die nicht gespeichert sind.',
  leaveConfirm: 'Verwerfen',
  leaveKeep: 'Weiterschreiben',
  testing: 'Der Server wird gebeten, „Hello.“ zu sagen…',
  testOk: 'Er spricht',
  testOkText: (latencyMs, format, sampleRate) =>
    `${count(latencyMs)} ms, bis der Ton da war, ${format.toUpperCase()}${
      sampleRate === null ? '' : ` mit ${count(sampleRate)} Hz`
    }`,
  testVoices: (number) =>
    number === 0
      ? 'Er nennt keine Stimmen: unter „Erweitert“ eine eintragen.'
      : `Er nennt ${voices(number)}.`,
  testFailed: 'Er spricht nicht',
  testAge: (seconds) =>
    seconds < 60 ? 'Gerade eben getestet' : `Vor ${duration(seconds)} getestet`,
  untested: 'Noch nicht getestet',
  hearVoice: 'Stimme zum Anhören',
  hear: 'Anhören',
  stop: 'Anhalten',
  save: 'Speichern',
  saved: (name) => `${name} ist gespeichert.`,
  edit: (name) => `${name} ändern`,
  testNamed: (name) => `${name} testen`,
  remove: (name) => `${name} entfernen`,
  removeTitle: (name) => `„${name}“ entfernen?`,
  removeText:
    'Adresse und Schlüssel werden vergessen. Was gesprochen ist, bleibt; Bücher mit Stimmen dieses Servers brauchen zum Fortfahren eine andere.',
  removeConfirm: 'Server entfernen',
  removeKeep: 'Behalten',
  removed: (name) => `${name} ist entfernt.`,
  fixed: 'Durch die Umgebung festgelegt, darum hier nicht zu ändern.',
  hasKey: 'Schlüssel vorhanden',

  problems: {
    name: 'Ein Name fehlt.',
    addresses: 'Mindestens eine Adresse eintragen.',
    model: 'Das Modell nennen.',
    number: 'Eine ganze Zahl über null eintragen oder das Feld leer lassen.',
    lanes: 'Eine Zahl von 1 bis 64 eintragen.',
    price: 'Einen Betrag eintragen, etwa 15, oder das Feld leer lassen.',
    currency: 'Drei Buchstaben, etwa EUR.',
  },
}

export const germanNeural: typeof english.neuralWords = {
  title: 'Neuronale Stimmen',
  text: 'Sie laufen auf diesem Rechner: Nichts verlässt ihn, und nichts kostet etwas.',
  emptyTitle: 'Noch keine neuronale Stimme',
  emptyText:
    'Den Ordner einer Stimme von Piper, Kokoro, Kitten, Matcha oder Supertonic auf dieses Fenster ziehen oder unten eine herunterladen.',
  add: 'Stimme hinzufügen',
  addFolder: 'Ordner auswählen…',
  addFile: '.onnx-Datei auswählen…',
  addFiles: 'Dateien einer Stimme auswählen…',
  installed: 'Installiert',
  offers: 'Zum Herunterladen',
  download: 'Herunterladen',
  downloadNamed: (label) => `${label} herunterladen`,
  size: (number) => `etwa ${bytes(number)}`,
  licence: (word) => `Lizenz: ${word}`,
  licenceUnknown: 'Lizenz: in den Unterlagen nicht genannt',
  source: (word) => `Von ${word}`,
  speakers: (number) => plural(number, 'Sprecher', 'Sprecher'),
  disk: (number) => bytes(number),
  damaged: (reason) =>
    `Nicht zu gebrauchen: ${inGerman(reason)}. Erneut herunterladen oder hinzufügen oder entfernen.`,
  remove: (label) => `${label} entfernen`,
  removeTitle: (label) => `„${label}“ entfernen?`,
  removeText: (size) =>
    `Die Dateien verschwinden von der Platte (${size}). Was gesprochen ist, bleibt; Bücher mit dieser Stimme brauchen zum Fortfahren eine andere.`,
  removeConfirm: 'Stimme entfernen',
  removeKeep: 'Behalten',
  removed: (label) => `${label} ist entfernt.`,
  jobs: 'Stimmen, die hinzukommen',
  job: (name) => `${name} wird hinzugefügt`,
  cancel: (name) => `Hinzufügen von ${name} abbrechen`,
  dismiss: (name) => `${name} ausblenden`,
  someVoice: 'eine Stimme',
  progress: (done, total) => `${bytes(done)} von ${bytes(total)}`,
  families: {
    piper: 'Piper',
    vits: 'VITS',
    kokoro: 'Kokoro',
    kitten: 'Kitten',
    matcha: 'Matcha',
    supertonic: 'Supertonic',
  },
}
