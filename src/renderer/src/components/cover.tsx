// A book's cover, small; drawn from its title where it has none, or none that can be shown.
import { useState } from 'react'
import type { Cover as CoverOf } from '../../../contract/index.ts'
import styles from './cover.module.css'

const cloths = 6

/** A number from the title, so that a book keeps the colour of its cloth. */
export const clothOf = (title: string): number =>
  [...title].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % cloths

/** Decoration: the title stands beside it. */
export function Cover(props: { cover: CoverOf | null; title: string; author: string }) {
  const [broken, setBroken] = useState<string | null>(null)
  const address = props.cover?.thumbnail ?? props.cover?.address
  if (address !== undefined && address !== broken)
    return (
      <img
        className={styles['cover']}
        src={address}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setBroken(address)}
      />
    )
  return (
    <div
      className={`${styles['cover']} ${styles['drawn']}`}
      data-cloth={clothOf(props.title)}
      aria-hidden
    >
      <span className={styles['title']} dir="auto">
        {props.title}
      </span>
      <span className={styles['rule']} />
      <span className={styles['author']} dir="auto">
        {props.author}
      </span>
    </div>
  )
}
