// What the model says with good answers in hand: plain JSON, or one of the things models say instead.
import type { AnswerItem, Asked, Said } from './fault.ts'

type Answers = readonly AnswerItem[]

const json = (items: Answers): string => JSON.stringify({ items })

export const plainly = (answers: Answers): Said => ({ content: json(answers) })

/** In single quotes as Python writes them, but for true, false and null. */
function singleQuoted(value: unknown): string {
  if (typeof value === 'string') {
    const inner = JSON.stringify(value).slice(1, -1)
    return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
  }
  if (Array.isArray(value)) return `[${value.map(singleQuoted).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(
    ([name, each]) => `${singleQuoted(name)}: ${singleQuoted(each)}`,
  )
  return `{${fields.join(', ')}}`
}

const malformations: readonly ((answers: Answers) => string)[] = [
  (answers) => json(answers).replace(/\]\}$/, ',]}'),
  (answers) => singleQuoted({ items: answers }),
  (answers) => json(answers).slice(0, -1),
  (answers) => json(answers).replace(/\]\}$/, '}'),
]

export const malformed = (answers: Answers, { callIndex }: Asked): Said => ({
  content: malformations[callIndex % malformations.length]?.(answers) ?? '',
})

export const fenced = (answers: Answers): Said => ({
  content: [
    'Sure! Here is what I found in the passages:',
    `\`\`\`json\n${JSON.stringify({ items: answers }, null, 2)}\n\`\`\``,
    'Let me know if you would like anything changed.',
  ].join('\n\n'),
})

export const prose = (answers: Answers): Said => ({
  content: `I have read all ${answers.length} passages. They are rather calm, I would say.`,
})

/** What stands before the middle of an item, two thirds of the way. */
export function cut(answers: Answers): Said {
  const whole = Math.floor((answers.length * 2) / 3)
  const broken = JSON.stringify(answers[whole] ?? {})
  const before = answers.slice(0, whole).map((answer) => `${JSON.stringify(answer)},`)
  return {
    content: `{"items":[${before.join('')}${broken.slice(0, Math.floor(broken.length / 2))}`,
    finishReason: 'length',
  }
}

export const refused = (): Said => ({
  content: null,
  refusal: 'I’m sorry, but I can’t help with that request.',
})

export const nothing = (): Said => ({ content: '' })
