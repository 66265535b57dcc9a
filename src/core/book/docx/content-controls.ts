// Word's content controls: some hold a table of contents, some only a hint at what to write.
import { attributeOf } from '../xml-scan.ts'
import { isOn } from './styles.ts'

export type ContentControls = {
  open(): void
  /** An element of the properties of the innermost control. */
  property(name: string, attributes: Record<string, string>): void
  close(): void
  /** Whether one around holds a table of contents. */
  readonly contents: boolean
  /** Whether the innermost shows a hint. */
  readonly placeholder: boolean
}

export const controlProperties: ReadonlySet<string> = new Set(['docPartGallery', 'showingPlcHdr'])

export function createContentControls(): ContentControls {
  const stack: { contents: boolean; placeholder: boolean }[] = []
  const top = () => stack[stack.length - 1]
  return {
    open: () => void stack.push({ contents: false, placeholder: false }),
    property(name, attributes) {
      const control = top()
      const value = attributeOf(attributes, 'w', 'val')
      if (!control) return
      if (name === 'showingPlcHdr') control.placeholder = isOn(value)
      else control.contents = /table of contents/i.test(value ?? '')
    },
    close: () => void stack.pop(),
    get contents() {
      return stack.some((control) => control.contents)
    },
    get placeholder() {
      return top()?.placeholder ?? false
    },
  }
}
