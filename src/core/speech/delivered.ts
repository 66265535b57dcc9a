// How a delivery is asked of a voice: in words where it understands them, else by a pace of its own.
import type { Delivery, SomeManner, Tone } from '../../contract/index.ts'

/** What a voice that only knows its pace makes of a tone: enough to be heard, too little to be odd. */
const pace: Readonly<Record<Tone, number>> = {
  whispered: 0.92,
  soft: 0.95,
  loud: 1,
  shouted: 1.04,
  hurried: 1.14,
  slow: 0.86,
  happy: 1.04,
  sad: 0.9,
  angry: 1.06,
  afraid: 1.08,
  tender: 0.93,
  dry: 1,
}

/** Of the range that a person may set (`mannerRanges.rate`). */
const within = (rate: number): number => Math.min(2, Math.max(0.5, rate))

/** Instructions in English, which such models are trained to follow in any language. */
const styleOf = ({ tone, phrase }: Delivery): string =>
  `Tone of this line: ${tone}${phrase === '' ? '' : `, ${phrase}`}.`

/** `style` is absent where nothing is to be said of it: such takes keep the recipe they always had. */
export function delivered(
  manner: SomeManner | undefined,
  { styles }: { styles: boolean },
): { rate: number; style?: string } {
  const rate = manner?.rate ?? 1
  const delivery = manner?.delivery
  if (!delivery) return { rate }
  if (styles) return { rate, style: styleOf(delivery) }
  return { rate: within(Math.round(rate * pace[delivery.tone] * 1000) / 1000) }
}
