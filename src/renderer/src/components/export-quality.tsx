// How finely an export's sound is encoded: at a constant rate, or at one that varies.
import { ratesOf, varyingChoices, varyingRate } from '../../../contract/index.ts'
import { ChoiceField } from '../elements/choice-field.tsx'
import { useProject } from '../hooks/use-book.ts'
import type { ExportDraft } from '../state/export-draft.ts'
import { words } from '../words.ts'

/** Nothing to choose where nothing is lost. */
export function ExportQuality({
  draft,
  onChange,
}: {
  draft: ExportDraft
  onChange: (patch: Partial<ExportDraft>) => void
}) {
  const { sampleRate } = useProject().project.sound
  const { format, kilobits, quality } = draft
  const rates = ratesOf(format)
  if (rates === null) return null
  const constant = rates.choices.map((rate) => ({
    value: String(rate),
    label: words.export.rate(rate, rate === rates.usual),
  }))
  const varying = varyingChoices.map((one) => ({
    value: `v${one}`,
    label: words.export.varyingRate(varyingRate(one, sampleRate)),
  }))
  const isVarying = format === 'mp3' && quality !== null
  return (
    <ChoiceField
      label={words.export.quality}
      value={isVarying ? `v${quality}` : String(kilobits[format] ?? rates.usual)}
      choices={format === 'mp3' ? [...constant, ...varying] : constant}
      onChange={(chosen) =>
        onChange(
          chosen.startsWith('v')
            ? { quality: Number(chosen.slice(1)) }
            : {
                kilobits: { ...kilobits, [format]: Number(chosen) },
                ...(format === 'mp3' && { quality: null }),
              },
        )
      }
    />
  )
}
