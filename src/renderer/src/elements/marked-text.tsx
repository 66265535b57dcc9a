// A text in which what is looked for is marked.
import styles from './marked-text.module.css'

export function MarkedText({ text, expression }: { text: string; expression: RegExp | null }) {
  if (expression === null) return text
  const pieces = []
  let at = 0
  for (const { index, 0: found } of text.matchAll(expression)) {
    if (index > at) pieces.push(text.slice(at, index))
    pieces.push(
      <mark key={index} className={styles['mark']}>
        {found}
      </mark>,
    )
    at = index + found.length
  }
  return [...pieces, text.slice(at)]
}
