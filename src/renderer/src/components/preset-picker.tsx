// What kind of server it is; the choice fills the form with what is known of the kind.
import type { ServerKind, ServerPreset } from '../../../contract/index.ts'
import { ChoiceCards } from '../elements/choice-cards.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'

export function PresetPicker(props: {
  presets: readonly ServerPreset[]
  kind: ServerKind
  onPick: (preset: ServerPreset) => void
}) {
  const { since } = useFace()
  const warningOf = (endsAt: string) =>
    Date.parse(endsAt) > since ? words.servers.ends(endsAt) : words.servers.ended(endsAt)
  const cards = props.presets.map(({ kind, name, endsAt }) => ({
    value: kind,
    label: name,
    text: words.servers.kindTexts[kind],
    warning: endsAt === null ? undefined : warningOf(endsAt),
  }))
  const pick = (kind: ServerKind) => {
    const preset = props.presets.find((one) => one.kind === kind)
    if (preset !== undefined) props.onPick(preset)
  }
  return <ChoiceCards label={words.servers.kind} value={props.kind} cards={cards} onChange={pick} />
}
