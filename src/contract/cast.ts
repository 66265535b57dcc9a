// The cast of a book: its characters, and the voices that speak for them.
import { z } from 'zod'
import { VoiceId } from './voice.ts'

/** Colours that the face has for characters. */
export const castColours = 12

/** No book may have more characters. */
export const mostCharacters = 200

export const Character = z.object({
  /** Stable within the book; segments name it as their speaker. */
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(100),
  /** Null: the narrator's voice speaks for it. */
  voice: VoiceId.nullable(),
  /** Which of the face's colours. */
  colour: z
    .number()
    .int()
    .min(0)
    .max(castColours - 1),
})
export type Character = z.infer<typeof Character>

/** All characters of a book. The narrator is none of them: the book's own voice. */
export const Cast = z.array(Character).max(mostCharacters)
export type Cast = z.infer<typeof Cast>
