// The pauses of a book: how long each kind is, all of them by a factor, and what is heard in them.
import { Pauses, soundPresets, soundRanges } from '../../../contract/index.ts'
import { words } from '../words.ts'
import { SoundGroup, type SoundPartProps } from './sound-group.tsx'
import { SoundNumber } from './sound-number.tsx'
import { SoundSwitch } from './sound-switch.tsx'

const kinds = Pauses.keyof().options

export function SoundPauses({ sound: { pace, pauses, roomToneDb }, onShape }: SoundPartProps) {
  return (
    <SoundGroup title={words.sound.pauses}>
      <SoundNumber
        {...{ label: words.sound.pace, unit: 'factor', step: 0.05 }}
        value={pace}
        range={soundRanges.pace}
        onChange={(value) => onShape({ pace: value })}
      />
      {kinds.map((kind) => (
        <SoundNumber
          key={kind}
          {...{ label: words.sound.pauseKinds[kind], unit: 'ms', step: 50 }}
          value={pauses[kind]}
          range={soundRanges.pauseMs}
          onChange={(value) => onShape({ pauses: { ...pauses, [kind]: Math.round(value) } })}
        />
      ))}
      <SoundSwitch
        label={words.sound.roomToned}
        checked={roomToneDb !== null}
        onChange={(on) => onShape({ roomToneDb: on ? soundPresets.audible.roomToneDb : null })}
      >
        <SoundNumber
          {...{ label: words.sound.roomTone, unit: 'db', step: 1 }}
          value={roomToneDb ?? 0}
          range={soundRanges.roomToneDb}
          onChange={(value) => onShape({ roomToneDb: value })}
        />
      </SoundSwitch>
    </SoundGroup>
  )
}
