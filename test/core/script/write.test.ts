// Notes cut into sections, and what models write made into lines of the speakers that were asked for.
import { expect, test } from 'vitest'
import { scriptForms } from '../../../src/contract/index.ts'
import { digestText } from '../../../src/core/base/digest.ts'
import { cleanAnswer } from '../../../src/core/script/write/clean-answer.ts'
import { scriptText } from '../../../src/core/script/write/script-line.ts'
import { sectionsOf, titleOfNotes } from '../../../src/core/script/write/sections.ts'
import { writePrompt, writeVersion } from '../../../src/core/script/write/write-prompt.ts'

const long = (letters: number) =>
  'Word. '
    .repeat(Math.ceil(letters / 6))
    .slice(0, letters)
    .trim()
const told = (notes: string) =>
  sectionsOf(notes).map(({ heading, part, parts, notes: text }) =>
    parts === 1
      ? `${heading}|${text.length > 60 ? text.length : text}`
      : `${heading}|${part}/${parts}`,
  )

test.each([
  ['no heading', 'One.\n\nTwo.', ['|One.\n\nTwo.']],
  ['headings', 'Lead.\n\n# A\nOne.\n# B #\n\nTwo.', ['|Lead.', 'A|One.', 'B|Two.']],
  ['an outline', '# A\n# B\n', ['A|', 'B|']],
  ['deeper ones, short', '# T\n## A\nOne.\n## B\nTwo.', ['T|## A\nOne.\n## B\nTwo.']],
  ['deeper ones, long', `# T\n## A\n${long(4000)}\n## B\n${long(4000)}`, ['T: A|4000', 'B|4000']],
  ['long paragraphs', `# A\n${`${long(2500)}\n\n`.repeat(3)}`, ['A|1/2', 'A|2/2']],
  ['one paragraph without end', 'x'.repeat(13_000), ['|1/3', '|2/3', '|3/3']],
  ['headings that end with a sign', '# C#\nOne.\n# D ##\nTwo.', ['C#|One.', 'D|Two.']],
  ['room amid a heading', `# A${' '.repeat(40_000)}b\nOne.`, ['A b|One.']],
  ['a paragraph as a heading', `# ${long(300)}\nOne.`, ['|306']],
  ['room amid a line', `A${' '.repeat(9000)}${' '.repeat(90_000)}b`, ['|1/2', '|2/2']],
  ['deepest ones, long', `###### A\n${long(7000)}`, ['A|1/2', 'A|2/2']],
])('notes with %s are cut where they say', (_, notes, expected) => {
  expect(told(notes)).toEqual(expected)
  const letters = (text: string) => text.replace(/[\s#]/g, '').length
  const sections = sectionsOf(notes)
  expect(Math.max(...sections.map((section) => section.notes.length))).toBeLessThanOrEqual(6000)
  const all = sections.map((section) => section.notes + (section.part === 1 ? section.heading : ''))
  expect(letters(all.join('').replace('T: ', 'T'))).toBe(letters(notes))
})

test.each([
  ['\n\nBees\n\n# Hives\n', 'Hives'],
  ['\n Bees and more \nx', 'Bees and more'],
  ['Bees\r\n# Hives\r\nx', 'Hives'],
])('notes %j are called %s', (notes, title) => expect(titleOfNotes(notes)).toBe(title))

const two = ['Anna', 'Dr. Ben']
test.each([
  [
    'as asked',
    two,
    '# One\nAnna: Hello.\n\nDr. Ben: Hi: you.',
    '# One|Anna: Hello.|Dr. Ben: Hi: you.',
  ],
  ['in a fence', two, 'Sure!\n```text\nAnna: Hello.\n```', 'Anna: Sure!|Anna: Hello.'],
  [
    'in bold and other cases',
    two,
    '**ANNA:** Hello.\n* *dr. ben* (laughs): Hi.',
    'Anna: Hello.|Dr. Ben: Hi.',
  ],
  [
    'with letters and signs of other shapes',
    ['Anna', "Zoé O'Neil"],
    'Zoe\u0301 O’Neil: Hi.\nAnna: So.',
    "Zoé O'Neil: Hi.|Anna: So.",
  ],
  [
    'with a heading as long as a speech',
    two,
    `# ${'Word '.repeat(100)}end.`,
    `Anna: ${'Word '.repeat(100)}end.`,
  ],
  [
    'over several lines',
    two,
    'Anna:\nHello.\nI am here.\n\nStill.',
    'Anna: Hello. I am here. Still.',
  ],
  ['by a stranger', two, 'Dr. Ben: Hi.\nEVE: Buy.', 'Dr. Ben: Hi.|Anna: Buy.'],
  ['by a stranger who stays', two, 'Eve: Buy.\nEve: Now.', 'Anna: Buy.|Anna: Now.'],
  [
    'with what only looks like a name',
    two,
    'Anna: So.\nRemember: look.',
    'Anna: So. Remember: look.',
  ],
  ['with directions and rules', two, '[Music]\nAnna: So.\n---\n(They leave.)', 'Anna: So.'],
  ['after thinking', two, '<think>\nAnna: Hm.\n</think>\nAnna: So.', 'Anna: So.'],
  ['amid thinking', two, '<think>\nAnna: Hm.', ''],
  ['with full-width colons', ['安娜', '本'], '安娜：你好。\n本: 好。', '安娜: 你好。|本: 好。'],
  [
    'with markup',
    two,
    '- Anna: See <i>this</i> [link](http://a.b) _now_, a_b_c.',
    'Anna: See this link now, a_b_c.',
  ],
  [
    'by one alone',
    ['Anna'],
    '## One\nAnna: Hello.\n\nRemember: look.',
    '# One|Hello.|Remember: look.',
  ],
  ['that says nothing', two, '# One\n...\nAnna:', '# One'],
])('an answer %s becomes lines', (_, speakers, answer, expected) => {
  const text = scriptText(cleanAnswer(answer, speakers), speakers)
  expect(text.trim().replaceAll('\n\n', '|')).toBe(expected)
})

test('another wording of what a model is told is another version', () => {
  const wordings = scriptForms.map(
    (form) => `${form} ${digestText(writePrompt(form)).slice(0, 12)}`,
  )
  expect([writeVersion, ...wordings]).toMatchInlineSnapshot(`
    [
      1,
      "podcast 31841661621d",
      "lesson 38b0e7accc35",
      "story 45a5d3865ff2",
      "talk 6455bbbc9d63",
    ]
  `)
})
