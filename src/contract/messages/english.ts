// Every sentence of the core and the terminal, in English. The face's own words stand in english-face.ts.
import type { LeftOutReason, Matter, ReadWarning } from '../book.ts'
import type { Job } from '../job.ts'
import type { TakeFlagCode } from '../take.ts'

export type Params = Record<string, string | number>

const seconds = (value: string | number | undefined): string =>
  `${Math.round(Number(value) * 10) / 10} s`

export const warningSentences: Record<ReadWarning['code'], (params: Params) => string> = {
  'toc-entry-without-target': (p) =>
    `The contents name “${p['title']}”, but the book has no such place.`,
  'resource-missing': (p) => `“${p['name']}” is named by the book but is not in it.`,
  'no-toc': () => `The book has no table of contents; chapters come from its parts and headings.`,
  'encoding-guessed': (p) => `The encoding was guessed: ${p['encoding']}.`,
  'file-cut-off': () =>
    'The file ends in the middle, and so does the book. Download or copy it again.',
  'bytes-replaced': (p) => `${p['count']} unreadable characters were replaced.`,
  'pages-without-text': (p) => `${p['count']} pages are pictures without text and are left out.`,
  'cover-unreadable': () => `The cover could not be read.`,
}

/** Why a take is flagged, and what to do. */
export const takeFlagSentences: Record<TakeFlagCode, (params: Params) => string> = {
  empty: () => `Nothing can be heard. Speak it again, or change the text.`,
  truncated: (p) =>
    `It stops after ${seconds(p['seconds'])} of about ${seconds(p['expected'])}: the end is missing. Speak it again, or split the sentence.`,
  skipped: (p) =>
    `It takes ${seconds(p['seconds'])}, not about ${seconds(p['expected'])}: words may be missing. Listen to it, then speak it again or split the sentence.`,
  runaway: (p) =>
    `It takes ${seconds(p['seconds'])}, not about ${seconds(p['expected'])}: something may have been added. Listen to it, then speak it again.`,
  repeated: (p) =>
    `It takes ${seconds(p['seconds'])}, not about ${seconds(p['expected'])}, and seems to say the same twice. Speak it again.`,
  silence: (p) =>
    `It is silent for ${seconds(p['seconds'])} where no pause was asked for. Speak it again, or shorten the sentence.`,
  clipped: (p) =>
    `It is too loud for its format and distorts (${p['percent']} % of it). Turn the voice down at its source, then speak it again.`,
  noise: () =>
    `There is noise or hum instead of clean speech. Speak it again, or choose another voice.`,
  'wrong-rate': (p) =>
    `It plays ${Math.abs(Number(p['percent']))} % too ${Number(p['percent']) > 0 ? 'fast' : 'slowly'}: its sample rate is declared wrongly. Set the rate at the voice’s source, then speak it again.`,
  'other-voice': (p) =>
    `It sounds like another voice (pitch ${p['hertz']} Hz, usually ${p['expected']} Hz). Check that the voice is still there, then speak it again.`,
  'word-missing': (p) => `“${p['word']}” is not heard in it. Speak it again, or keep it.`,
  'word-added': (p) =>
    `“${p['word']}” is heard in it and does not stand there. Speak it again, or keep it.`,
  'words-swapped': (p) =>
    `“${p['heard']}” is heard instead of “${p['words']}”. Speak it again, or keep it.`,
  'word-other': (p) =>
    `“${p['heard']}” is heard instead of “${p['word']}”. Speak it again, or keep it.`,
  'cut-off': () =>
    `It ends in the middle of a sound. Listen to its end, then speak it again if a word is cut.`,
}

/** Why a line comes unspoken, after `left out: `. */
export const leftOutWords: Record<LeftOutReason, string> = {
  'page-number': 'page number',
  'running-head': 'repeated on every page',
  contents: 'table of contents',
  hidden: 'hidden in the book',
  code: 'program code',
  formula: 'formula',
  picture: 'description of a picture',
  untranslated: 'not translated',
}

/** Why a chapter came unticked. */
export const matterReasons: Record<Matter, string> = {
  body: '',
  part: '',
  preface: '',
  epilogue: '',
  dedication: '',
  cover: 'cover',
  'title-page': 'title page',
  imprint: 'imprint',
  copyright: 'copyright and licence',
  contents: 'table of contents',
  notes: 'notes',
  bibliography: 'bibliography',
  index: 'index',
  advertisement: 'advertisement',
}

export const stageWords: Record<Job['stage'], string> = {
  reading: 'Reading',
  segmenting: 'Finding sentences',
  speaking: 'Speaking',
  encoding: 'Encoding',
  writing: 'Writing the file',
  downloading: 'Downloading',
  copying: 'Copying',
  checking: 'Checking',
  asking: 'Asking the language model',
  listening: 'Listening back',
  finished: 'Finished',
}
