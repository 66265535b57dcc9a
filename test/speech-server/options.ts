// What the speech server can be told, when it starts and while it runs.
import type { ProfileName } from './profiles.ts'

/** How GET /v1/audio/voices answers. */
export const voiceListShapes = [
  'strings', // {voices:[string]}
  'objects', // {voices:[{id,name}]}
  'by-model', // {object,data:[{id,name}]}, and 422 without ?model=
  'status', // {status,voices:[string]}
  'elsewhere', // 404, but GET /v1/voices answers as `strings`
  'none', // 404 on both: the name is free text
] as const
export type VoiceListShape = (typeof voiceListShapes)[number]

export type ControlOptions = {
  /** The profile's trouble befalls only the first tries of each text; null: all of them. */
  times?: number | null
  /** Added to every answer; absent: what the profile says. */
  latencyMs?: number
  /** For the caps: how many at once. 4 */
  width?: number
  /** For `rpm`. 60, and 5 at once */
  requestsPerMinute?: number
  burst?: number
  /** For `retry-after-*` and `cap-503`: other seconds than the profile's. */
  retryAfterSeconds?: number
  /** 0.01 where the client's clock runs a hundred times as fast: what counts as too early. */
  retryAfterScale?: number
  voiceList?: VoiceListShape
}

export type SpeechServerOptions = ControlOptions & {
  /** 0 or absent: any that is free. */
  port?: number
  /** What everybody gets who asks for nothing else. */
  profile?: ProfileName
  /** `voice` is espeak's real speech; `tone` has its length and costs nothing. */
  sound?: 'voice' | 'tone'
  /** Keeps what was spoken for the next server too; absent: a folder that goes with this one. */
  soundFolder?: string
  /** Factor on all of the server's own times (latency, loading, drips, the bucket, patience). */
  timeScale?: number
}
