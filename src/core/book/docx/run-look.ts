// What a run's properties say of its text: whether it is heard, and whether it may be a note's mark.
import { attributeOf } from '../xml-scan.ts'
import { isOn, type Styles } from './styles.ts'

export type RunLook = {
  hidden: boolean
  /** It is a note's mark that the writer typed. */
  silent: boolean
  raised: boolean
  /** Where in its paragraph it began. */
  at: number
}

/** Takes one element of a run; those that say nothing of its look are passed over. */
export function readRunLook(
  run: RunLook,
  name: string,
  attributes: Record<string, string>,
  styles: Styles,
): void {
  const value = () => attributeOf(attributes, 'w', 'val')
  if (name === 'rStyle') {
    run.hidden ||= styles.isHidden(value() ?? '')
    run.raised ||= styles.isRaised(value() ?? '')
  } else if (name === 'vertAlign') run.raised = value() === 'superscript'
  else if (name === 'vanish') run.hidden = isOn(value())
  else if (name === 'footnoteReference' || name === 'endnoteReference') {
    // Whoever writes his own mark writes it after this.
    const own = attributeOf(attributes, 'w', 'customMarkFollows')
    run.silent ||= own !== undefined && isOn(own)
  }
}
