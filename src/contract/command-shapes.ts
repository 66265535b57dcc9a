// Arguments and replies that many commands have.
import { z } from 'zod'

export const none = z.object({})
export const done = z.object({})
export const ofProject = z.object({ projectId: z.string() })
/** Work that goes on: its end comes with `job.advanced`. */
export const started = z.object({ jobId: z.string() })
