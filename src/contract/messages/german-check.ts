// Sentences on finished sound and on what ACX asks of it, in German, as the face shows them.
import type { AcxFinding, AcxPart } from '../sound-check.ts'
import type * as english from './english-check.ts'
import {
  bytes,
  clock,
  db,
  oneDecimal,
  plural,
  signedDb,
  tenth,
  twoDecimals,
} from './german-figures.ts'

const seconds = (value: number) => `${twoDecimals(value)} s`
const hertz = (value: number) => `${tenth().format(value / 1000)} kHz`
const kilobits = (value: number) => `${Math.round(value / 1000)} kbit/s`
const channels = (value: number) =>
  value === 1 ? 'mono' : value === 2 ? 'stereo' : `${value} Kanäle`

const either = (finding: AcxFinding, low: string, high: string) =>
  Number(finding.measured) < (finding.min ?? -Infinity) ? low : high

const acxRuleWords: typeof english.acxRuleWords = {
  format: {
    name: 'Dateiformat',
    limit: 'MP3',
    figure: String,
    cure: () => 'Als MP3 exportieren: ACX nimmt nichts anderes.',
  },
  'bit-rate': {
    name: 'Bitrate',
    limit: 'mindestens 192 kbit/s',
    figure: kilobits,
    cure: () => 'Mit 192 kbit/s oder mehr exportieren.',
  },
  'constant-rate': {
    name: 'Konstante Bitrate',
    limit: 'konstant',
    figure: (value) => (value === 1 ? 'konstant' : 'wechselnd'),
    cure: () => 'Mit konstanter Bitrate (CBR) exportieren, nicht mit variabler.',
  },
  'sample-rate': {
    name: 'Abtastrate',
    limit: '44,1 kHz',
    figure: hertz,
    cure: () =>
      'Das Buch mit der Vorgabe „Audible“ mischen, die 44,1 kHz erzeugt, und erneut exportieren.',
  },
  channels: {
    name: 'Kanäle',
    limit: 'mono, in allen Dateien des Buches',
    figure: channels,
    cure: () => 'In Mono exportieren: Alle Dateien eines Buches müssen gleich viele Kanäle haben.',
  },
  rms: {
    name: 'Lautheit (RMS)',
    limit: '-23 bis -18 dB',
    figure: db,
    cure: (finding) =>
      either(
        finding,
        'Zu leise. Das Buch mit der Vorgabe „Audible“ mischen oder den Pegel des Kapitels erhöhen.',
        'Zu laut. Das Buch mit der Vorgabe „Audible“ mischen oder den Pegel des Kapitels senken.',
      ),
    mended: (finding) =>
      either(finding, 'Zu leise. ', 'Zu laut. ') +
      (finding.remedy?.kind === 'gain'
        ? `Ein Pegel von ${signedDb(finding.remedy.gainDb)} für dieses Kapitel behebt es.`
        : 'Der Pegel der Vorgabe „Audible“ behebt es.'),
    beyond: (finding) =>
      either(
        finding,
        'Zu leise, und 6 dB mehr reichten nicht: Zwischen den Pausen ist zu wenig Sprache. Die Pausen kürzen oder das Kapitel mit dem benachbarten verbinden.',
        'Zu laut, und 6 dB weniger reichten nicht. Die Lautheit des Buches senken.',
      ),
  },
  peak: {
    name: 'Spitzenpegel',
    limit: 'höchstens -3 dB',
    figure: db,
    cure: () =>
      'Der lauteste Augenblick ist zu laut. Den Höchstpegel auf -3,5 dB setzen und erneut exportieren.',
    mended: () => 'Der lauteste Augenblick ist zu laut. Ein niedrigerer Höchstpegel behebt es.',
  },
  floor: {
    name: 'Grundrauschen',
    limit: 'höchstens -60 dB',
    figure: (value) => (value <= -120 ? 'digitale Stille' : db(value)),
    cure: () =>
      'In den Pausen rauscht es. Einen leiseren Raumton oder eine Stimme ohne Rauschen wählen.',
    mended: () => 'In den Pausen rauscht es. Ein leiserer Raumton behebt es.',
    beyond: () =>
      'In den Pausen rauscht es, und es ist nicht der Raumton. Eine Stimme ohne Rauschen wählen.',
  },
  length: {
    name: 'Länge',
    limit: 'höchstens 2:00:00',
    figure: clock,
    cure: () => 'Zu lang. Das Kapitel in zwei teilen.',
  },
  head: {
    name: 'Stille am Anfang',
    limit: '0,5 bis 1 s',
    figure: seconds,
    cure: (finding) =>
      either(
        finding,
        'Der Ton beginnt zu früh. Die Pause am Anfang der Kapitel verlängern.',
        'Der Ton beginnt zu spät. Die Pause am Anfang der Kapitel verkürzen.',
      ),
    mended: (finding) =>
      either(
        finding,
        'Der Ton beginnt zu früh. Eine längere Pause am Anfang der Kapitel behebt es.',
        'Der Ton beginnt zu spät. Eine kürzere Pause am Anfang der Kapitel behebt es.',
      ),
    beyond: (finding) =>
      `${either(finding, 'Der Ton beginnt zu früh', 'Der Ton beginnt zu spät')}, und keine Pause passt für alle Kapitel: Manche beginnen mit eigener Stille. Das erste Segment dieses Kapitels neu sprechen.`,
  },
  tail: {
    name: 'Stille am Ende',
    limit: '1 bis 5 s',
    figure: seconds,
    cure: (finding) =>
      either(
        finding,
        'Endet zu bald nach dem letzten Wort. Die Pause am Ende der Kapitel verlängern.',
        'Nach dem letzten Wort ist es zu lange still. Die Pause am Ende der Kapitel verkürzen.',
      ),
    mended: (finding) =>
      either(
        finding,
        'Endet zu bald nach dem letzten Wort. Eine längere Pause am Ende der Kapitel behebt es.',
        'Nach dem letzten Wort ist es zu lange still. Eine kürzere Pause am Ende der Kapitel behebt es.',
      ),
    beyond: (finding) =>
      `${either(finding, 'Endet zu bald nach dem letzten Wort', 'Nach dem letzten Wort ist es zu lange still')}, und keine Pause passt für alle Kapitel. Das letzte Segment dieses Kapitels neu sprechen.`,
  },
}

const acxMissingSentences: Record<AcxPart, string> = {
  'opening-credits':
    'Der Vorspann fehlt. ACX verlangt ein Kapitel „Opening Credits“, das Titel, Autor und Sprecher nennt: eines ins Buch schreiben oder das Kapitel umbenennen, das dies sagt.',
  'closing-credits':
    'Der Abspann fehlt. ACX verlangt ein Kapitel „Closing Credits“: eines ins Buch schreiben oder das Kapitel umbenennen, das dies sagt.',
  'retail-sample':
    'Die Hörprobe fehlt: Das erste Kapitel hat keinen ganzen Teil von bis zu 5 Minuten.',
  cover:
    'Ein Cover als JPEG oder PNG fehlt. ACX verlangt ein quadratisches Bild von mindestens 2400 × 2400 Pixeln.',
  'square-cover':
    'Das Cover ist nicht quadratisch oder zu klein. ACX verlangt ein quadratisches Bild von mindestens 2400 × 2400 Pixeln.',
}

const acxRow: typeof english.acxRow = (finding) => {
  const { name, limit, figure } = acxRuleWords[finding.rule]
  const measured =
    typeof finding.measured === 'number' ? figure(finding.measured) : finding.measured
  return [name, measured, limit, finding.passed ? 'bestanden' : 'NICHT bestanden']
}

function acxCure(finding: AcxFinding): string {
  const { cure, mended, beyond } = acxRuleWords[finding.rule]
  const kind = finding.remedy?.kind
  if (kind === undefined) return cure(finding)
  return (kind === 'none' ? (beyond ?? cure) : (mended ?? cure))(finding)
}

const acxCures: typeof english.acxCures = (findings) =>
  findings.filter(({ passed }) => !passed).map(acxCure)

const soundFacts: typeof english.soundFacts = ({ measure: it }) => {
  const marks = it.chapters === null ? [] : [plural(it.chapters, 'Kapitelmarke', 'Kapitelmarken')]
  const facts: [string, string][] = [
    ['Lautheit', it.loudnessLufs === null ? 'keine' : `${oneDecimal(it.loudnessLufs)} LUFS`],
    ['Wahrer Spitzenpegel', db(it.truePeakDb)],
    ['Größe', [bytes(it.bytes), ...marks].join(', ')],
  ]
  if (it.damaged > 0) facts.push(['Beschädigt', plural(it.damaged, 'Paket', 'Pakete')])
  return facts
}

/** What is asked and measured, and what helps. */
export const germanChecks = {
  acxRow,
  acxCures,
  soundFacts,
  acxMissingSentence: (part: AcxPart): string => acxMissingSentences[part],
}

/** The face's table of proof. */
export const germanAcx: typeof english.acxWords = {
  fix: 'Beheben und erneut exportieren',
  fixText: (changes, isAll) =>
    `Lectern kann ${isAll ? 'das' : 'einen Teil davon'} beheben. Eingestellt wird ${changes}, in einem Schritt, den „Rückgängig“ zurücknimmt.`,
  passed: 'Jede Datei erfüllt, was ACX verlangt',
  failed: (files) =>
    `${plural(files, 'Datei erfüllt', 'Dateien erfüllen')} nicht, was ACX verlangt`,
  table: 'Was jede Datei misst',
  file: 'Datei',
  rms: 'RMS',
  peak: 'Spitze',
  floor: 'Rauschen',
  length: 'Länge',
  pass: 'Bestanden',
  fail: 'Nicht bestanden',
  db,
}

/** The face's check of finished files. */
export const germanCheck: typeof english.checkWords = {
  title: 'Fertige Dateien prüfen',
  text: 'Misst eine Audiodatei, ob von Lectern oder woandersher, und vergleicht sie mit dem, was ACX verlangt. Dateien hierher ziehen oder auswählen.',
  offer: 'Fertige Datei prüfen…',
  choose: 'Audiodateien auswählen',
  another: 'Weitere Datei prüfen',
  measuring: (name) => `„${name}“ wird gemessen`,
  passed: 'ACX würde sie nehmen',
  failed: 'ACX würde sie nicht nehmen',
  rule: 'Was',
  measured: 'Gemessen',
  asked: 'Was ACX verlangt',
  cures: 'Was hilft',
}
