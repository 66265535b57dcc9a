// One job of a worker: the voice speaks, the codecs check, the sound goes where the studio looks for it.
import { readFile } from 'node:fs/promises'
import { fail } from '../../core/base/failure-error.ts'
import type { Limiter } from '../../core/base/limiter.ts'
import type { Codecs } from '../../core/ports/codecs.ts'
import { soundOf, type FarmKeys } from './farm-keys.ts'
import { soundMs } from './farm-asking.ts'
import { longestSoundBytes, packSound } from './packed-sound.ts'
import { SpeakJob } from './protocol.ts'
import type { Redis } from './redis.ts'
import type { OfferedSource } from './worker-sources.ts'

export type SpeakParts = {
  redis: Redis
  keys: FarmKeys
  codecs: Pick<Codecs, 'prepare' | 'discard'>
  worker: string
  /** For how long nobody may ask the server any more; 0 or less: it may be asked. */
  restMs: () => Promise<number>
  signal: AbortSignal
}

/** The server has asked for a pause, of this worker or of another one. */
export class ServerRests extends Error {
  readonly ms: number
  constructor(ms: number) {
    super('the server rests')
    this.ms = ms
  }
}

/** Null for what is no job: whoever writes to Redis can write anything. */
export const readJob = (data: unknown): SpeakJob | null => SpeakJob.safeParse(data).data ?? null

/** False where the sound was there already. Fails as voices do, with `ServerRests`, and with what Redis throws. */
export async function speakJob(
  jobId: string,
  job: SpeakJob,
  { provider, voices }: OfferedSource,
  lanes: Limiter,
  { redis, keys, codecs, worker, restMs, signal }: SpeakParts,
): Promise<boolean> {
  // The worker's own idea of the voice: what came is only its name.
  const voice = voices.get(job.voice.id)
  if (!voice) throw fail('voice-unknown', { voice: job.voice.id })
  const key = keys.sound(soundOf(jobId))
  if ((await redis.exists(key)) > 0) return false
  const { spoken, rate, style } = job
  const how = style === undefined ? {} : { style }
  // The lane is free for the next one when the sound has come; it is checked beside that.
  const sound = await inLane(lanes, async () => {
    // Asked for when it is about to be asked: while a job waits for its lane the server may have said so.
    const ms = await restMs()
    if (ms > 0) throw new ServerRests(ms)
    const endpoint = provider.endpoints[lanes.busy % provider.endpoints.length]
    const at = endpoint === undefined ? {} : { endpoint }
    return provider.speak({ voice, spoken, rate, ...how, ...at }, signal)
  })
  const made = await codecs.prepare([sound], signal)
  try {
    if (made.bytes > longestSoundBytes) throw fail('sound-refused', { voice: voice.name, flag: '' })
    const { audioDigest, analysis, analysisVersion } = made
    const packed = packSound(
      { worker, audioDigest, analysis, analysisVersion },
      await readFile(made.file),
    )
    // The first answer wins.
    await redis.set(key, packed, 'PX', soundMs, 'NX')
    return true
  } finally {
    // Whoever waits for the sound does not wait for that.
    codecs.discard([{ file: made.file }]).catch(() => {})
  }
}

const inLane = <T>(lanes: Limiter, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    void lanes.begin(() => work().then(resolve, reject))
  })
