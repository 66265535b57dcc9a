// How a sound is heard at its place: level, fades, what of it, and whether it begins anew.
import { cueRanges, type Cue } from '../../../contract/index.ts'
import { words } from '../words.ts'
import { SoundNumber } from './sound-number.tsx'
import { SoundSwitch } from './sound-switch.tsx'

const seconds = { min: 0, max: cueRanges.ms.max / 1000 }
const fade = { min: 0, max: cueRanges.fadeMs.max / 1000 }
const inMs = (value: number): number => Math.round(value * 1000)
/** What is played where a person wants less than all. */
const usualLengthMs = 10_000

export function CueFields({
  cue,
  onChange,
}: {
  cue: Cue
  onChange: (change: Partial<Cue>) => void
}) {
  const { place } = cue
  const canLoop = place.kind === 'bed' || place.kind === 'under'
  return (
    <>
      <SoundNumber
        {...{ label: words.music.gain, unit: 'db', step: 1, range: cueRanges.gainDb }}
        value={cue.gainDb}
        onChange={(gainDb) => onChange({ gainDb })}
      />
      {place.kind === 'bed' ? (
        <SoundNumber
          {...{ label: words.music.duck, unit: 'db', step: 1, range: cueRanges.duckDb }}
          value={place.duckDb}
          onChange={(duckDb) => onChange({ place: { ...place, duckDb } })}
        />
      ) : null}
      <SoundNumber
        {...{ label: words.music.fadeIn, unit: 's', step: 0.5, range: fade }}
        value={cue.fadeInMs / 1000}
        onChange={(value) => onChange({ fadeInMs: inMs(value) })}
      />
      <SoundNumber
        {...{ label: words.music.fadeOut, unit: 's', step: 0.5, range: fade }}
        value={cue.fadeOutMs / 1000}
        onChange={(value) => onChange({ fadeOutMs: inMs(value) })}
      />
      <SoundNumber
        {...{ label: words.music.from, unit: 's', step: 1, range: seconds }}
        value={cue.fromMs / 1000}
        onChange={(value) => onChange({ fromMs: inMs(value) })}
      />
      <SoundSwitch
        label={words.music.whole}
        checked={cue.lengthMs === null}
        onChange={(whole) => onChange({ lengthMs: whole ? null : usualLengthMs })}
      >
        {null}
      </SoundSwitch>
      {cue.lengthMs === null ? null : (
        <SoundNumber
          {...{ label: words.music.length, unit: 's', step: 1 }}
          range={{ ...seconds, min: 0.02 }}
          value={cue.lengthMs / 1000}
          onChange={(value) => onChange({ lengthMs: inMs(value) })}
        />
      )}
      {canLoop ? (
        <SoundSwitch
          label={words.music.loop}
          checked={cue.loop}
          onChange={(loop) => onChange({ loop })}
        >
          {null}
        </SoundSwitch>
      ) : null}
    </>
  )
}
