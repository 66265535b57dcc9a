// How the book sounds: a preset, and every value that it stands for. Each change is heard at the next play.
import { AudioLines } from 'lucide-react'
import {
  presetOf,
  soundPresetNames,
  soundPresets,
  soundRanges,
  soundRates,
  type SoundSettings,
} from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ChoiceField } from '../elements/choice-field.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import panel from './panel.module.css'
import { SoundChapters } from './sound-chapters.tsx'
import { SoundComparison } from './sound-comparison.tsx'
import { SoundFilters } from './sound-filters.tsx'
import { SoundGroup } from './sound-group.tsx'
import { SoundNumber } from './sound-number.tsx'
import { SoundPauses } from './sound-pauses.tsx'
import { SoundSwitch } from './sound-switch.tsx'

const own = 'own'

export function SoundPanel() {
  const { connection, news, soundChecks } = useFace()
  const { project } = useProject()
  const { sound } = project
  const preset = presetOf(sound)
  const shape = async (change: Partial<SoundSettings>) => {
    const args = { projectId: project.id, sound: { ...sound, ...change } }
    news.settle(await connection.call('project.shapeSound', args))
  }
  const onShape = (change: Partial<SoundSettings>) => void shape(change)
  const { loudnessLufs, ceilingDb } = sound
  return (
    <div className={panel['panel']}>
      <ChoiceField
        label={words.sound.preset}
        hint={words.sound.hint}
        value={preset ?? own}
        choices={[
          ...(preset === null ? [{ value: own, label: words.sound.own } as const] : []),
          ...soundPresetNames.map((value) => ({ value, label: words.sound.presets[value] })),
        ]}
        onChange={(value) => (value === own ? undefined : onShape(soundPresets[value]))}
      />
      <SoundComparison />
      <SoundGroup title={words.sound.level}>
        <SoundSwitch
          label={words.sound.levelled}
          checked={loudnessLufs !== null}
          onChange={(on) =>
            onShape({ loudnessLufs: on ? soundPresets.standard.loudnessLufs : null })
          }
        >
          <SoundNumber
            {...{ label: words.sound.loudness, unit: 'lufs', step: 0.5 }}
            value={loudnessLufs ?? 0}
            range={soundRanges.loudnessLufs}
            onChange={(value) => onShape({ loudnessLufs: value })}
          />
        </SoundSwitch>
        <SoundNumber
          {...{ label: words.sound.ceiling, unit: 'db', step: 0.5 }}
          value={ceilingDb}
          range={soundRanges.ceilingDb}
          onChange={(value) => onShape({ ceilingDb: value })}
        />
        <SoundChapters />
      </SoundGroup>
      <SoundFilters sound={sound} onShape={onShape} />
      <SoundPauses sound={sound} onShape={onShape} />
      <ChoiceField
        label={words.sound.rate}
        value={String(sound.sampleRate)}
        choices={soundRates.map((rate) => ({
          value: String(rate),
          label: words.sound.rateOf(rate),
        }))}
        onChange={(value) => {
          const sampleRate = soundRates.find((rate) => String(rate) === value)
          if (sampleRate !== undefined) onShape({ sampleRate })
        }}
      />
      <Button icon={<AudioLines aria-hidden />} onClick={soundChecks.show}>
        {words.check.offer}
      </Button>
    </div>
  )
}
