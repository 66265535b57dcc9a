// What is known of a voice by looking at its files.
import { z } from 'zod'
import type { NeuralFamily } from '../../../contract/index.ts'
import { fail, type FailureError } from '../../../core/base/failure-error.ts'

const single = z.string().optional()

/** The files of a voice by their part in it: names in its folder. */
export const VoiceFiles = z.object({
  model: single,
  tokens: single,
  /** Style vectors, a speaker each. */
  voices: single,
  vocoder: single,
  durationPredictor: single,
  textEncoder: single,
  vectorEstimator: single,
  ttsJson: single,
  unicodeIndexer: single,
  lexicons: z.array(z.string()).optional(),
  /** Rewriting rules, FST. */
  rules: z.array(z.string()).optional(),
})
export type VoiceFiles = z.infer<typeof VoiceFiles>

/** How much a model rolls dice, and how slowly it speaks, as its makers advise. */
export const Scales = z
  .object({ noiseScale: z.number(), noiseScaleW: z.number(), lengthScale: z.number() })
  .partial()
export type Scales = z.infer<typeof Scales>

/** What a voice must be given on being added, when it is as Piper exports it. */
export type RawPiper = {
  /** What the model lacks. */
  metadata: Record<string, string>
  tokens: string
  speakers: string[]
  /** As its makers say it. */
  language: string
  scales: Scales
}

export type FoundVoice = {
  /** Absolute. */
  folder: string
  /** For people, where somebody has given it one. */
  label?: string
  /** What it is called there. */
  name: string
  family: NeuralFamily
  files: VoiceFiles
  /** Licence, card, readme. */
  papers: string[]
  sampleRate: number
  /** Names, '' where it has none. */
  speakers: string[]
  /** As its makers say it. */
  language: string
  licence: string | null
  source: string | null
  needsSpeechData: boolean
  raw: RawPiper | null
}

/** Names of all files that are loaded. */
export const namesOf = ({ lexicons = [], rules = [], ...parts }: VoiceFiles): string[] => [
  ...Object.values(parts).filter((name) => name !== undefined),
  ...lexicons,
  ...rules,
]

/** A voice, but one that cannot be used; `reason` is for people. */
export const damaged = (voice: string, reason: string, detail?: string): FailureError =>
  fail('voice-damaged', { voice, reason }, detail)
