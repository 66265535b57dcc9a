// A part of the page that may be longer than its place is high, and scrolls in it.
import type { ComponentProps } from 'react'
import styles from './scroll-section.module.css'

type ScrollSectionProps = Omit<ComponentProps<'section'>, 'aria-label' | 'tabIndex'> & {
  label: string
}

/** How high its place is, whoever shows it says. */
export const ScrollSection = ({ label, className = '', ...rest }: ScrollSectionProps) => (
  <section
    {...rest}
    className={`${styles['scroll']} ${className}`}
    aria-label={label}
    // The keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
  />
)
