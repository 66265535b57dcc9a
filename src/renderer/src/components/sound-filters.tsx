// The filters of a book's sound: the high-pass and the compressor, each on or off.
import { soundPresets, soundRanges } from '../../../contract/index.ts'
import { words } from '../words.ts'
import { SoundGroup, type SoundPartProps } from './sound-group.tsx'
import { SoundNumber } from './sound-number.tsx'
import { SoundSwitch } from './sound-switch.tsx'

/** What a switch turns on. */
const usual = soundPresets.audible

export function SoundFilters({ sound: { highPassHz, compression }, onShape }: SoundPartProps) {
  return (
    <SoundGroup title={words.sound.filters}>
      <SoundSwitch
        label={words.sound.highPassed}
        checked={highPassHz !== null}
        onChange={(on) => onShape({ highPassHz: on ? usual.highPassHz : null })}
      >
        <SoundNumber
          {...{ label: words.sound.highPass, unit: 'hertz', step: 5 }}
          value={highPassHz ?? 0}
          range={soundRanges.highPassHz}
          onChange={(value) => onShape({ highPassHz: Math.round(value) })}
        />
      </SoundSwitch>
      <SoundSwitch
        label={words.sound.compressed}
        checked={compression !== null}
        onChange={(on) => onShape({ compression: on ? usual.compression : null })}
      >
        {compression === null ? null : (
          <>
            <SoundNumber
              {...{ label: words.sound.threshold, unit: 'db', step: 1 }}
              value={compression.thresholdDb}
              range={soundRanges.thresholdDb}
              onChange={(value) => onShape({ compression: { ...compression, thresholdDb: value } })}
            />
            <SoundNumber
              {...{ label: words.sound.ratio, unit: 'ratio', step: 0.5 }}
              value={compression.ratio}
              range={soundRanges.ratio}
              onChange={(value) => onShape({ compression: { ...compression, ratio: value } })}
            />
          </>
        )}
      </SoundSwitch>
    </SoundGroup>
  )
}
