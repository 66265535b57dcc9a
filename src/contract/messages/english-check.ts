// Sentences on finished sound and on what ACX asks of it, in English.
import type { AcxFinding, AcxPart, AcxReport, AcxRuleName, SoundCheck } from '../sound-check.ts'
import { bytes, clock, count, db, plural, signedDb } from './english-figures.ts'

const seconds = (value: number) => `${value.toFixed(2)} s`
const hertz = (value: number) => `${value / 1000} kHz`
const kilobits = (value: number) => `${Math.round(value / 1000)} kbit/s`
const channels = (value: number) =>
  value === 1 ? 'mono' : value === 2 ? 'stereo' : `${value} channels`

type RuleWords = {
  name: string
  limit: string
  figure: (value: number) => string
  /** What helps where it is not met. */
  cure: (finding: AcxFinding) => string
  /** What helps a chapter of a book, where Lectern can mend it, and why it cannot. */
  mended?: (finding: AcxFinding) => string
  beyond?: (finding: AcxFinding) => string
}

const either = (finding: AcxFinding, low: string, high: string) =>
  Number(finding.measured) < (finding.min ?? -Infinity) ? low : high

export const acxRuleWords: Record<AcxRuleName, RuleWords> = {
  format: {
    name: 'Format',
    limit: 'MP3',
    figure: String,
    cure: () => 'Export it as MP3: ACX takes nothing else.',
  },
  'bit-rate': {
    name: 'Bit rate',
    limit: 'at least 192 kbit/s',
    figure: kilobits,
    cure: () => 'Export it with 192 kbit/s or more.',
  },
  'constant-rate': {
    name: 'Constant rate',
    limit: 'constant',
    figure: (value) => (value === 1 ? 'constant' : 'varies'),
    cure: () => 'Export it with a constant bit rate (CBR), not a variable one.',
  },
  'sample-rate': {
    name: 'Sample rate',
    limit: '44.1 kHz',
    figure: hertz,
    cure: () =>
      'Master the book with the Audible preset, which renders at 44.1 kHz, and export again.',
  },
  channels: {
    name: 'Channels',
    limit: 'mono, in all files of the book',
    figure: channels,
    cure: () => 'Export it in mono: every file of a book must have the same number of channels.',
  },
  rms: {
    name: 'Loudness (RMS)',
    limit: '-23 to -18 dB',
    figure: db,
    cure: (finding) =>
      either(
        finding,
        'It is too quiet. Master the book with the Audible preset, or raise the level of the chapter.',
        'It is too loud. Master the book with the Audible preset, or lower the level of the chapter.',
      ),
    mended: (finding) =>
      either(finding, 'It is too quiet. ', 'It is too loud. ') +
      (finding.remedy?.kind === 'gain'
        ? `A gain of ${signedDb(finding.remedy.gainDb)} for this chapter mends it.`
        : 'The level of the Audible preset mends it.'),
    beyond: (finding) =>
      either(
        finding,
        'It is too quiet, and 6 dB more would not do: there is too little speech between its pauses. Shorten the pauses, or join it to the chapter beside it.',
        'It is too loud, and 6 dB less would not do. Lower the loudness of the book.',
      ),
  },
  peak: {
    name: 'Peak',
    limit: 'at most -3 dB',
    figure: db,
    cure: () =>
      'Its loudest moment is too loud. Set the ceiling of the limiter to -3.5 dB and export again.',
    mended: () => 'Its loudest moment is too loud. A lower ceiling of the limiter mends it.',
  },
  floor: {
    name: 'Noise floor',
    limit: 'at most -60 dB',
    figure: (value) => (value <= -120 ? 'digital silence' : db(value)),
    cure: () =>
      'There is noise in its pauses. Choose a quieter room tone, or a voice without noise.',
    mended: () => 'There is noise in its pauses. A quieter room tone mends it.',
    beyond: () =>
      'There is noise in its pauses that is not the room tone. Choose a voice without noise.',
  },
  length: {
    name: 'Length',
    limit: 'at most 2:00:00',
    figure: clock,
    cure: () => 'It is too long. Split the chapter in two.',
  },
  head: {
    name: 'Silence at the start',
    limit: '0.5 to 1 s',
    figure: seconds,
    cure: (finding) =>
      either(
        finding,
        'The sound begins too soon. Lengthen the pause at the start of chapters.',
        'The sound begins too late. Shorten the pause at the start of chapters.',
      ),
    mended: (finding) =>
      either(
        finding,
        'The sound begins too soon. A longer pause at the start of chapters mends it.',
        'The sound begins too late. A shorter pause at the start of chapters mends it.',
      ),
    beyond: (finding) =>
      `${either(finding, 'The sound begins too soon', 'The sound begins too late')}, and no one pause suits all chapters: some of them begin with silence of their own. Speak the first segment of this one again.`,
  },
  tail: {
    name: 'Silence at the end',
    limit: '1 to 5 s',
    figure: seconds,
    cure: (finding) =>
      either(
        finding,
        'It ends too soon after the last word. Lengthen the pause at the end of chapters.',
        'It is silent for too long after the last word. Shorten the pause at the end of chapters.',
      ),
    mended: (finding) =>
      either(
        finding,
        'It ends too soon after the last word. A longer pause at the end of chapters mends it.',
        'It is silent for too long after the last word. A shorter pause at the end of chapters mends it.',
      ),
    beyond: (finding) =>
      `${either(finding, 'It ends too soon after the last word', 'It is silent for too long after the last word')}, and no one pause suits all chapters. Speak the last segment of this one again.`,
  },
}

const acxMissingSentences: Record<AcxPart, string> = {
  'opening-credits':
    'There are no opening credits. ACX asks for a chapter called “Opening Credits” that names title, author and narrator: write one into the book, or rename the chapter that says so.',
  'closing-credits':
    'There are no closing credits. ACX asks for a chapter called “Closing Credits”: write one into the book, or rename the chapter that says so.',
  'retail-sample':
    'There is no retail sample: the first chapter has no whole part of up to 5 minutes.',
  cover:
    'There is no cover as JPEG or PNG. ACX asks for a square picture of at least 2400 × 2400 pixels.',
  'square-cover':
    'The cover is not square, or too small. ACX asks for a square picture of at least 2400 × 2400 pixels.',
}

const lastWord = (passed: boolean) =>
  passed ? 'It meets what ACX asks of a file.' : 'ACX would not take it.'

/** One row of the table: name, what was measured, what is asked, whether it is met. */
export function acxRow(finding: AcxFinding): [string, string, string, string] {
  const { name, limit, figure } = acxRuleWords[finding.rule]
  const measured =
    typeof finding.measured === 'number' ? figure(finding.measured) : finding.measured
  return [name, measured, limit, finding.passed ? 'pass' : 'FAIL']
}

/** What helps against a rule that is not met. */
export function acxCure(finding: AcxFinding): string {
  const { cure, mended, beyond } = acxRuleWords[finding.rule]
  const kind = finding.remedy?.kind
  if (kind === undefined) return cure(finding)
  return (kind === 'none' ? (beyond ?? cure) : (mended ?? cure))(finding)
}

/** What helps, for every rule that is not met. */
export const acxCures = (findings: readonly AcxFinding[]): string[] =>
  findings.filter(({ passed }) => !passed).map(acxCure)

/** What is measured beside the rules, a line each. */
export function measureLines({ measure: it }: SoundCheck): string[] {
  const rate = it.isConstantRate === null ? '' : it.isConstantRate ? ', constant' : ', varying'
  const lines = [
    `${it.codec}, ${kilobits(it.bitRate)}${rate}, ${hertz(it.sampleRate)}, ${channels(it.channels)}`,
    `${clock(it.durationSeconds)} (${it.durationSeconds.toFixed(3)} s), ${bytes(it.bytes)}` +
      (it.chapters === null ? '' : `, ${plural(it.chapters, 'chapter mark', 'chapter marks')}`),
    `loudness ${it.loudnessLufs === null ? 'none' : `${it.loudnessLufs.toFixed(1)} LUFS`}, ` +
      `RMS ${db(it.rmsDb)}, peak ${db(it.samplePeakDb)}, true peak ${db(it.truePeakDb)}, ` +
      `noise floor ${db(it.floorDb)} (the quietest half second)`,
    `silence at the start ${seconds(it.headSeconds)}, at the end ${seconds(it.tailSeconds)}`,
  ]
  if (it.damaged > 0)
    lines.push(
      `${plural(it.damaged, 'packet is damaged and was', 'packets are damaged and were')} left out`,
    )
  return lines
}

/** What is measured beside the rules, as the face shows it. */
export function soundFacts({ measure: it }: SoundCheck): [name: string, value: string][] {
  const marks = it.chapters === null ? [] : [plural(it.chapters, 'chapter mark', 'chapter marks')]
  return [
    ['Loudness', it.loudnessLufs === null ? 'none' : `${it.loudnessLufs.toFixed(1)} LUFS`],
    ['True peak', db(it.truePeakDb)],
    ['Size', [bytes(it.bytes), ...marks].join(', ')],
    ...(it.damaged > 0 ? [['Damaged', plural(it.damaged, 'packet', 'packets')] as const] : []),
  ].map(([name = '', value = '']) => [name, value])
}

/** A file's measures, the table of ACX, and what helps. */
export function soundCheckText(check: SoundCheck): string {
  const rows = check.findings.map(acxRow)
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const lines = [
    ...measureLines(check),
    '',
    'ACX',
    ...table,
    ...acxCures(check.findings),
    lastWord(check.passed),
  ]
  return [check.name, ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n')
}

/** Whether the files of a folder for ACX pass, and what is missing in it. */
export function acxSummary({ passed, files, missing }: AcxReport): string[] {
  const failed = files.filter((file) => !file.passed).length
  return [
    passed
      ? `All ${count(files.length)} files meet what ACX asks of them, measured as decoded.`
      : `${count(failed)} of ${count(files.length)} files do not meet what ACX asks of them, measured as decoded.`,
    ...missing.map((part) => acxMissingSentences[part]),
  ]
}

/** The report that lies in a folder for ACX. */
export function acxReportText(title: string, report: AcxReport): string {
  const { files } = report
  return [
    title,
    '',
    ...acxSummary(report),
    '',
    ...files.map((file) => `${soundCheckText(file)}\n`),
  ].join('\n')
}

/** The face's table of proof. */
export const acxWords = {
  fix: 'Fix and export again',
  fixText: (changes: string, isAll: boolean): string =>
    `Lectern can mend ${isAll ? 'this' : 'a part of this'}: it sets ${changes}, in one step that undo takes back.`,
  passed: 'Every file meets what ACX asks',
  failed: (files: number): string =>
    `${plural(files, 'file does', 'files do')} not meet what ACX asks`,
  table: 'What every file measures',
  file: 'File',
  rms: 'RMS',
  peak: 'Peak',
  floor: 'Floor',
  length: 'Length',
  pass: 'Passes',
  fail: 'Does not pass',
  db,
}

/** The face's check of finished files. */
export const checkWords = {
  title: 'Check finished files',
  text: 'Measures an audio file, made by Lectern or by anything else, and holds it against what ACX asks. Drop files here or choose them.',
  offer: 'Check a finished file…',
  choose: 'Choose audio files',
  another: 'Check another file',
  measuring: (name: string): string => `Measuring “${name}”`,
  passed: 'ACX would take it',
  failed: 'ACX would not take it',
  rule: 'What',
  measured: 'Measured',
  asked: 'What ACX asks',
  cures: 'What helps',
}

export const acxMissingSentence = (part: AcxPart): string => acxMissingSentences[part]
