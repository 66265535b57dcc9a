// What cures a standstill, a button each, the likeliest first.
import { Button } from '../elements/button.tsx'

type CureButtonsProps<Cure extends string> = {
  cures: readonly Cure[]
  deeds: Readonly<Record<Cure, { label: string; act: () => unknown }>>
}

export const CureButtons = <Cure extends string>({ cures, deeds }: CureButtonsProps<Cure>) =>
  cures.map((cure, index) => (
    <Button
      key={cure}
      size="small"
      look={index === 0 ? 'primary' : 'outline'}
      onClick={() => void deeds[cure].act()}
    >
      {deeds[cure].label}
    </Button>
  ))
