// The lanes of the voices' process: started when there is work, handed one segment at a time, ended
// when they hang or are not needed.
import { rmSync } from 'node:fs'
import { afterAwake } from '../../core/base/after-awake.ts'
import { abortError, type Clock } from '../../core/base/scope.ts'
import { fail, failure, FailureError } from '../../core/base/failure-error.ts'
import { startThread } from '../process/fork.ts'
import { connect, type Remote } from '../process/remote.ts'
import type { LaneParameters, LaneRequest } from './lane.ts'

export type PoolParameters = {
  /** Address of the lanes' entry. */
  lane: string
  /** Absolute path of the folder. */
  spool: string
}

export type PoolRequest = Omit<LaneRequest, 'number'> & {
  /** Never more than this many lanes from now on. */
  lanes: number
  timeoutSeconds: number
}

type Lane = { remote: Remote; cancelled: Int32Array<SharedArrayBuffer>; isBusy: boolean }

/** Of V8, for a lane: the engines keep their own memory outside of it. */
const laneHeapMegabytes = 64

export type LanePool = {
  /** Fails with `voice-timeout`, `voice-crashed`, `voice-failed`, `disk-full`, `folder-not-writable`. */
  speak(request: PoolRequest, context: { signal: AbortSignal }): Promise<{ file: string }>
  /** Ends the lanes that have nothing to do. */
  rest(): void
}

export function createLanePool({ lane: entry, spool }: PoolParameters, clock: Clock): LanePool {
  let lanes: Lane[] = []
  let limit = 1
  let number = 0
  const waiting: { give(lane: Lane): void }[] = []

  const startLane = (): Lane => {
    const cancelled = new Int32Array(new SharedArrayBuffer(4))
    const thread = startThread(new URL(entry), {
      name: 'lectern-voice-lane',
      parameters: { spool, cancelled } satisfies LaneParameters,
      heapMegabytes: laneHeapMegabytes,
    })
    const lane: Lane = {
      remote: connect(thread, (code) => failure('voice-crashed', {}, `the lane ended: ${code}`)),
      cancelled,
      isBusy: false,
    }
    lanes.push(lane)
    return lane
  }
  const endLane = (lane: Lane) => {
    lanes = lanes.filter((other) => other !== lane)
    lane.remote.kill()
  }

  /** Hands out lanes as long as somebody waits and the limit allows. */
  const handOut = () => {
    for (const lane of lanes.filter(({ remote }) => remote.ended)) endLane(lane)
    while (waiting.length > 0) {
      const busy = lanes.filter(({ isBusy }) => isBusy).length
      if (busy >= limit) return
      const lane = lanes.find(({ isBusy }) => !isBusy) ?? startLane()
      lane.isBusy = true
      waiting.shift()?.give(lane)
    }
    for (const lane of lanes.filter(({ isBusy }) => !isBusy).slice(limit)) endLane(lane)
  }

  const takeLane = (signal: AbortSignal) =>
    new Promise<Lane>((resolve, reject) => {
      if (signal.aborted) return reject(abortError())
      const leave = () => {
        waiting.splice(waiting.indexOf(place), 1)
        reject(abortError())
      }
      const place = {
        give(lane: Lane) {
          signal.removeEventListener('abort', leave)
          resolve(lane)
        },
      }
      waiting.push(place)
      signal.addEventListener('abort', leave, { once: true })
      handOut()
    })

  return {
    async speak({ lanes: wanted, timeoutSeconds, ...request }, { signal }) {
      limit = Math.max(1, wanted)
      const voice = `${request.provider}:${request.voice}`
      const lane = await takeLane(signal)
      number = (number % 0x7fff_ffff) + 1
      const mine = number
      let isLate = false
      const stopTimer = afterAwake(clock.after, timeoutSeconds * 1000, () => {
        isLate = true
        endLane(lane)
      })
      // The lane stays taken until it has really stopped, so the signal does not go into the call.
      const cancel = () => void Atomics.store(lane.cancelled, 0, mine)
      signal.addEventListener('abort', cancel, { once: true })
      try {
        const spoken = await lane.remote.call<{ file: string }>('speak', {
          ...request,
          number: mine,
        } satisfies LaneRequest)
        if (!signal.aborted) return spoken
        rmSync(spoken.file, { force: true })
        throw abortError()
      } catch (error) {
        if (isLate) throw fail('voice-timeout', { voice, seconds: timeoutSeconds })
        if (!(error instanceof FailureError) || error.failure.code !== 'voice-crashed') throw error
        throw fail('voice-crashed', { voice }, error.failure.detail)
      } finally {
        stopTimer()
        signal.removeEventListener('abort', cancel)
        lane.isBusy = false
        handOut()
      }
    },
    rest() {
      for (const lane of lanes.filter(({ isBusy }) => !isBusy)) endLane(lane)
    },
  }
}
