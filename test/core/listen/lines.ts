// Lines as a book has them, and what may go wrong when they are spoken.

const subjects = [
  'The old lamp',
  'Anna Holloway',
  'A boat with red sails',
  'The harbour master',
  'Somebody',
  'Every window in the street',
  'My brother Tom',
  'The dog at Mrs Penrose’s door',
]
const deeds = [
  'went slowly up the hill',
  'had not been seen since morning',
  'waited for the tide to turn',
  'was older than the church itself',
  'made no sound at all',
  'stood in the rain until it was dark',
  'came back with twenty-one letters',
  'looked at Captain Brook without a word',
]
const ends = [
  'and nobody said anything about it.',
  'while the wind rose behind the houses.',
  'because the bridge to Saltmouth was closed.',
  'as if it were the last day of the year.',
  'before the bells had rung for supper.',
  'though Doctor Hale had asked for quiet.',
  'which was what they all had hoped for.',
  'and then the light went out again.',
]

/** Each another one, as long as there are any. */
export const line = (number: number): string =>
  [
    subjects[number % 8],
    deeds[Math.floor(number / 8) % 8],
    ends[(number * 5 + Math.floor(number / 64)) % 8],
  ].join(' ')

export type Slip = 'dropped' | 'doubled' | 'swapped'
export const slips: readonly Slip[] = ['dropped', 'doubled', 'swapped']

/** As a voice may say it: one word is left out, said twice, or changes places with the next. */
export function slipped(text: string, slip: Slip, random: () => number): string {
  const words = text.split(' ')
  const at = 1 + Math.floor(random() * (words.length - 3))
  const [word = '', next = ''] = [words[at], words[at + 1]]
  if (slip === 'swapped' && word.toLowerCase() === next.toLowerCase())
    return slipped(text, slip, random)
  const made = { dropped: [next], doubled: [word, word, next], swapped: [next, word] }[slip]
  return [...words.slice(0, at), ...made, ...words.slice(at + 2)].join(' ')
}
