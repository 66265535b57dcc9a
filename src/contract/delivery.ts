// How a line is delivered: one of a few tones, and a phrase for voices that understand more.
import { z } from 'zod'
import { longest } from './longest.ts'

/** Closed, so that every voice can make something of it: instructions, or a pace of its own. */
export const tones = [
  'whispered',
  'soft',
  'loud',
  'shouted',
  'hurried',
  'slow',
  'happy',
  'sad',
  'angry',
  'afraid',
  'tender',
  'dry',
] as const
export const Tone = z.enum(tones)
export type Tone = z.infer<typeof Tone>

export const Delivery = z.object({
  tone: Tone,
  /** More of it, in a few English words: `out of breath`; empty: the tone says it all. */
  phrase: z.string().trim().max(longest.phrase),
})
export type Delivery = z.infer<typeof Delivery>
