// Whether a connection may be unprotected: asked where it would be, and shown where it is allowed.
import { SwitchRow } from '../elements/switch-row.tsx'
import { farmWords } from '../farm-words.ts'
import { connectsPlainly } from '../state/plain-address.ts'

type PlainDraft = { address: string; allowPlain: boolean }

/** `text`: what that would mean. */
export function PlainRow(props: {
  text: string
  draft: PlainDraft
  change: (patch: { allowPlain: boolean }) => void
}) {
  const { text, draft, change } = props
  if (!connectsPlainly(draft.address) && !draft.allowPlain) return null
  return (
    <SwitchRow
      label={farmWords.allowPlain}
      text={text}
      checked={draft.allowPlain}
      onChange={(allowPlain) => change({ allowPlain })}
      warns
    />
  )
}
