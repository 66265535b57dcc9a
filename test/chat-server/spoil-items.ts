// Good answers to items, spoiled: too few, too many, of wrong types, with words that are not theirs.
import type { AnswerItem, Asked } from './fault.ts'

type Answers = readonly AnswerItem[]

/** In no closed list. */
export const strayWord = 'flabbergastedly'
/** In whatever `changed-words` has touched, so that it can be looked for. */
export const pollution = 'Polluted'

export function withoutOne(answers: Answers): AnswerItem[] {
  const left = Math.floor(answers.length / 2)
  return answers.filter((_, index) => answers.length === 1 || index !== left)
}

export function withOthers(answers: Answers): AnswerItem[] {
  const [first, ...others] = answers
  if (!first) return []
  const says = (answer: AnswerItem) => JSON.stringify({ ...answer, id: first.id })
  const other = others.find((answer) => says(answer) !== says(first)) ?? wrongTyped(first)
  return [...answers, { ...first, id: 'nobody-asked' }, { ...other, id: first.id }]
}

/** Strings by turns become a stray word and a number, from call to call differently. */
export function withOneWrong(answers: Answers, { callIndex }: Asked): AnswerItem[] {
  const [first, ...others] = answers
  if (!first || others.length === 0) return [...answers]
  let turn = callIndex
  const wrong = changed(first, (value) =>
    typeof value === 'string' && turn++ % 2 === 0 ? strayWord : ofWrongType(value),
  )
  return [wrong, ...others]
}

export const withStubborn = (answers: Answers, { stubbornIds }: Asked): AnswerItem[] =>
  answers.map((answer) => (stubbornIds.includes(answer.id) ? wrongTyped(answer) : answer))

export const withChangedWords = (answers: Answers, { items }: Asked): AnswerItem[] =>
  answers.map((answer) => ({
    ...changed(answer, (value) => withStrings(value, (text) => `${pollution} ${text}`)),
    text: otherWords(items.find(({ id }) => id === answer.id)?.text ?? ''),
  }))

export function obeying(answers: Answers, { items }: Asked): AnswerItem[] {
  const orders = items.map(({ text }) => /SYSTEM:([^]*)/.exec(text)?.[1]?.trim())
  const order = orders.find((each) => each !== undefined)
  if (order === undefined) return [...answers]
  return answers.map((answer) => changed(answer, (value) => withStrings(value, () => order)))
}

/** All fields but the id. */
function changed({ id, ...fields }: AnswerItem, change: (value: unknown) => unknown): AnswerItem {
  const entries = Object.entries(fields).map(([name, value]) => [name, change(value)] as const)
  return { id, ...Object.fromEntries(entries) }
}

const wrongTyped = (answer: AnswerItem): AnswerItem => changed(answer, ofWrongType)

function ofWrongType(value: unknown): unknown {
  if (typeof value === 'string') return 17
  if (typeof value === 'number') return 'seventeen'
  if (typeof value === 'boolean') return 'perhaps'
  return Array.isArray(value) ? { wrong: 'type' } : ['wrong', 'type']
}

/** Strings at any depth. */
function withStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => withStrings(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withStrings(each, change)]),
  )
}

/** Every other word, the first among them. */
function otherWords(text: string): string {
  let count = 0
  return text.replace(/\p{L}+/gu, (word) => (count++ % 2 === 0 ? pollution : word))
}
