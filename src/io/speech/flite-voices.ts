// The voices of flite: English, of the speakers they were recorded from.
import type { Voice } from '../../contract/index.ts'

const rows: readonly (readonly [string, string, string, Voice['gender']])[] = [
  ['slt', 'SLT, English (America)', 'en-US en', 'female'],
  ['rms', 'RMS, English (America)', 'en-US en', 'male'],
  ['awb', 'AWB, English (Scotland)', 'en-GB-scotland en', 'male'],
  ['kal16', 'KAL, English (America)', 'en-US en', 'male'],
  ['kal', 'KAL 8 kHz, English (America)', 'en-US en', 'male'],
]

/** The pleasant ones first. `awb_time` is left out: it can only tell the time. */
export const fliteVoices: readonly Voice[] = rows.map(([name, label, languages, gender]) => ({
  id: `flite:${name}`,
  provider: 'flite',
  kind: 'embedded',
  name,
  label,
  languages: languages.split(' '),
  gender,
}))

/** Samples a second of a voice's sound. */
export const fliteSampleRate = (voice: string): number => (voice === 'kal' ? 8000 : 16_000)
