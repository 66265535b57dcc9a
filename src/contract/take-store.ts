// A store that speaks S3, where a team shares its takes. Its secret key never stands here.
import { z } from 'zod'

export const TakeStore = z.object({
  /** `https://…`, with a path where it has one; the bucket is no part of it. */
  address: z.string().min(1).max(400),
  /** As buckets are named everywhere, so that it is one step of a path. */
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  /** Before the names of all objects: steps of a path, each with a slash behind it. */
  prefix: z
    .string()
    .max(200)
    .regex(/^([A-Za-z0-9_-][A-Za-z0-9._-]*\/)*$/)
    .default('lectern/'),
  region: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('us-east-1'),
  /** Says who asks; no secret. */
  accessKeyId: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  /** Whether a connection without TLS beyond this machine was allowed. */
  allowPlain: z.boolean(),
})
export type TakeStore = z.infer<typeof TakeStore>

/** Why a store cannot be used: its keys or rights, no such bucket, no answer that can be used. */
export const storeTroubles = ['store-refused', 'store-bucket-missing', 'store-away'] as const
export type StoreTrouble = (typeof storeTroubles)[number]
