// How much louder or softer a voice must be to stand beside all others.
import {
  primaryOf,
  type Analysis,
  type SoundSettings,
  type VoiceLevel,
} from '../../contract/index.ts'
import { makeUpFor } from '../audio/compressor.ts'
import { amplitudeOf, silenceDb } from '../audio/pcm.ts'

const mostGainDb = 20
/** How far the peaks of 10 ms of a voice lie above its loudness, where they are not known. */
const usualCrestDb = 10

/** Gains in dB: in front of the book's filters, and behind its compressor. */
export type VoiceGain = { gainDb: number; makeUpDb: number }

/** Brings a voice to a book's loudness, whatever its compressor makes of it; none where it has none. */
export function voiceGain(
  { loudness, peaks }: VoiceLevel,
  { loudnessLufs, compression }: Pick<SoundSettings, 'loudnessLufs' | 'compression'>,
): VoiceGain {
  const gainDb = gainTo(loudness, loudnessLufs)
  if (!compression) return { gainDb, makeUpDb: 0 }
  const factor = amplitudeOf(gainDb) / 128
  const usual = amplitudeOf((loudness ?? silenceDb) + gainDb + usualCrestDb)
  const levels =
    peaks.length > 0
      ? Float32Array.from(peaks, (peak) => peak * factor)
      : new Float32Array(100).fill(usual)
  return { gainDb, makeUpDb: makeUpFor(levels, compression) }
}

/** Loudness in LUFS of a voice whose calibration passage measures so; null where it made no sound. */
export function voiceLoudness(analysis: Analysis): number | null {
  if (analysis.soundEnd <= analysis.soundStart) return null
  // Speech measures a little louder by RMS than by BS.1770 at these rates; close enough as a stand-in.
  return analysis.loudnessLufs ?? analysis.rmsDb
}

/** In steps of 0.1 dB. */
function gainTo(loudnessLufs: number | null, targetLufs: number | null): number {
  if (loudnessLufs === null || targetLufs === null) return 0
  const gain = Math.max(-mostGainDb, Math.min(mostGainDb, targetLufs - loudnessLufs))
  return Math.round(gain * 10) / 10
}

const passages: Readonly<Record<string, string>> = {
  en: 'The morning was quiet, and a thin mist lay over the fields beyond the village. By noon the sun had come through, and people walked slowly along the river, talking of nothing in particular.',
  de: 'Der Morgen war still, und ein feiner Nebel lag über den Feldern hinter dem Dorf. Gegen Mittag kam die Sonne hervor, und die Leute gingen langsam am Fluss entlang und sprachen von nichts Besonderem.',
  fr: 'Le matin était calme, et une fine brume couvrait les champs derrière le village. Vers midi le soleil parut, et les gens marchaient lentement le long de la rivière en parlant de tout et de rien.',
  es: 'La mañana estaba tranquila, y una niebla fina cubría los campos detrás del pueblo. Hacia el mediodía salió el sol, y la gente caminaba despacio junto al río hablando de nada en particular.',
}

/** About ten seconds that no voice finds hard, in a voice's language (BCP 47), else in English. */
export function calibrationPassage(language: string): string {
  return passages[primaryOf(language)] ?? (passages['en'] as string)
}
