// The language that something is to be in.
import { z } from 'zod'

/** BCP 47, its first part in small letters: `de`, `pt-BR`. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
