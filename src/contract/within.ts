// A number within a range, as schemas want it.
import { z } from 'zod'

/** Both limits belong to it. */
export const within = ({ min, max }: { min: number; max: number }) => z.number().min(min).max(max)
