// A book's cover; drawn from its title where it has none.
import type { Cover as CoverOf } from '../../../contract/index.ts'
import styles from './cover.module.css'

const cloths = 6

/** A number from the title, so that a book keeps the colour of its cloth. */
export const clothOf = (title: string): number =>
  [...title].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % cloths

/** Decoration: the title stands beside it. */
export function Cover(props: { cover: CoverOf | null; title: string; author: string }) {
  const address = props.cover?.address
  if (address !== undefined)
    return <img className={styles['cover']} src={address} alt="" loading="lazy" draggable={false} />
  return (
    <div
      className={`${styles['cover']} ${styles['drawn']}`}
      data-cloth={clothOf(props.title)}
      aria-hidden
    >
      <span className={styles['title']}>{props.title}</span>
      <span className={styles['rule']} />
      <span className={styles['author']}>{props.author}</span>
    </div>
  )
}
