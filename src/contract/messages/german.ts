// Every sentence of the core that the face shows, in German. The face's own words stand in german-face.ts.
//
// The glossary, kept to in all German files: book Buch · chapter Kapitel · segment Segment · take
// Aufnahme · voice Stimme · cast Besetzung, besetzen · narrate, narration vertonen, Vertonung ·
// speak sprechen · ready fertig · stale, out of date veraltet · flagged auffällig · tick anhaken ·
// left out ausgelassen · review Durchsicht · library Bibliothek · speech server Sprachserver · neural
// voice neuronale Stimme · lane Bahn · gain Pegel · loudness Lautheit · ceiling Höchstpegel · room
// tone Raumton · noise floor Grundrauschen · fallback voice Ersatzstimme · read-along zum Mitlesen ·
// mend beheben · undo rückgängig machen, „Rückgängig“. People are never addressed: what helps stands
// in the infinitive (“Datei erneut hinzufügen”).
import type * as english from './english.ts'
import { failureSentences } from './german-failures.ts'

const seconds = (value: string | number | undefined) =>
  `${Math.round(Number(value) * 10) / 10} s`.replace('.', ',')

const warningSentences: typeof english.warningSentences = {
  'toc-entry-without-target': (p) =>
    `Das Inhaltsverzeichnis nennt „${p['title']}“, doch die Stelle gibt es im Buch nicht.`,
  'resource-missing': (p) => `Das Buch nennt „${p['name']}“, enthält es aber nicht.`,
  'no-toc': () =>
    `Das Buch hat kein Inhaltsverzeichnis; die Kapitel ergeben sich aus seinen Teilen und Überschriften.`,
  'encoding-guessed': (p) => `Die Zeichencodierung wurde erraten: ${p['encoding']}.`,
  'file-cut-off': () =>
    'Die Datei endet mittendrin und mit ihr das Buch. Erneut herunterladen oder kopieren.',
  'bytes-replaced': (p) =>
    `${Number(p['count']) === 1 ? 'Ein unlesbares Zeichen wurde' : `${p['count']} unlesbare Zeichen wurden`} ersetzt.`,
  'pages-without-text': (p) =>
    Number(p['count']) === 1
      ? 'Eine Seite ist ein Bild ohne Text und wird ausgelassen.'
      : `${p['count']} Seiten sind Bilder ohne Text und werden ausgelassen.`,
  'cover-unreadable': () => `Das Cover ließ sich nicht lesen.`,
}

/** Why a take is flagged, and what to do. */
const takeFlagSentences: typeof english.takeFlagSentences = {
  empty: () => `Es ist nichts zu hören. Neu sprechen oder den Text ändern.`,
  truncated: (p) =>
    `Bricht nach ${seconds(p['seconds'])} von etwa ${seconds(p['expected'])} ab: Das Ende fehlt. Neu sprechen oder den Satz teilen.`,
  skipped: (p) =>
    `Dauert ${seconds(p['seconds'])} statt etwa ${seconds(p['expected'])}: Vielleicht fehlen Wörter. Anhören, dann neu sprechen oder den Satz teilen.`,
  runaway: (p) =>
    `Dauert ${seconds(p['seconds'])} statt etwa ${seconds(p['expected'])}: Vielleicht ist etwas hinzugekommen. Anhören, dann neu sprechen.`,
  repeated: (p) =>
    `Dauert ${seconds(p['seconds'])} statt etwa ${seconds(p['expected'])} und scheint dasselbe zweimal zu sagen. Neu sprechen.`,
  silence: (p) =>
    `Schweigt ${seconds(p['seconds'])} lang, wo keine Pause verlangt ist. Neu sprechen oder den Satz kürzen.`,
  clipped: (p) =>
    `Zu laut für das Format und darum verzerrt (zu ${p['percent']} %). Die Stimme an ihrer Quelle leiser stellen, dann neu sprechen.`,
  noise: () =>
    `Rauschen oder Brummen statt klarer Sprache. Neu sprechen oder eine andere Stimme wählen.`,
  'wrong-rate': (p) =>
    `Läuft um ${Math.abs(Number(p['percent']))} % zu ${Number(p['percent']) > 0 ? 'schnell' : 'langsam'}: Die Abtastrate ist falsch angegeben. Sie an der Quelle der Stimme richtigstellen, dann neu sprechen.`,
  'other-voice': (p) =>
    `Klingt nach einer anderen Stimme (Tonhöhe ${p['hertz']} Hz, sonst ${p['expected']} Hz). Prüfen, ob es die Stimme noch gibt, dann neu sprechen.`,
  'word-missing': (p) => `„${p['word']}“ ist nicht zu hören. Neu sprechen, oder so lassen.`,
  'word-added': (p) =>
    `„${p['word']}“ ist zu hören und steht nicht da. Neu sprechen, oder so lassen.`,
  'words-swapped': (p) =>
    `„${p['heard']}“ ist zu hören statt „${p['words']}“. Neu sprechen, oder so lassen.`,
  'word-other': (p) =>
    `„${p['heard']}“ ist zu hören statt „${p['word']}“. Neu sprechen, oder so lassen.`,
  'cut-off': () =>
    `Endet mitten in einem Laut. Das Ende anhören und neu sprechen, wenn ein Wort abgeschnitten ist.`,
}

/** Why a line comes unspoken, after `ausgelassen: `. */
const leftOutWords: typeof english.leftOutWords = {
  'page-number': 'Seitenzahl',
  'running-head': 'steht auf jeder Seite',
  contents: 'Inhaltsverzeichnis',
  hidden: 'im Buch verborgen',
  code: 'Programmcode',
  formula: 'Formel',
  picture: 'Bildbeschreibung',
  untranslated: 'nicht übersetzt',
}

/** Why a chapter came unticked. */
const matterReasons: typeof english.matterReasons = {
  body: '',
  part: '',
  preface: '',
  epilogue: '',
  dedication: '',
  cover: 'Umschlag',
  'title-page': 'Titelseite',
  imprint: 'Impressum',
  copyright: 'Urheberrecht und Lizenz',
  contents: 'Inhaltsverzeichnis',
  notes: 'Anmerkungen',
  bibliography: 'Literaturverzeichnis',
  index: 'Register',
  advertisement: 'Werbung',
}

const stageWords: typeof english.stageWords = {
  reading: 'Wird gelesen',
  segmenting: 'Sätze werden gesucht',
  speaking: 'Wird gesprochen',
  encoding: 'Wird codiert',
  writing: 'Datei wird geschrieben',
  downloading: 'Wird heruntergeladen',
  copying: 'Wird kopiert',
  checking: 'Wird geprüft',
  asking: 'Das Sprachmodell wird gefragt',
  listening: 'Wird abgehört',
  finished: 'Abgeschlossen',
}

export const germanMessages = {
  failureSentences,
  warningSentences,
  takeFlagSentences,
  leftOutWords,
  matterReasons,
  stageWords,
}
