// Who crashed the voices' process? Whoever was there when it ended speaks alone until it is known.
import { FailureError } from '../../core/base/failure-error.ts'

export type Quarantine = {
  /**
   * Runs `work`, which fails with `voice-crashed` when the process has ended under it. A request
   * that was there at a crash runs alone the next time; `onGuilty` words what it fails with when
   * that crashes as well, and every time after.
   */
  run<T>(request: string, work: () => Promise<T>, onGuilty: () => FailureError): Promise<T>
}

/** How many requests are remembered; the oldest are given another chance. */
const memory = 1000

/** `request` is compared as it is: equal requests are equal strings. */
export function createQuarantine(): Quarantine {
  const suspects = new Map<string, 'suspect' | 'guilty'>()
  let running = 0
  let isAlone = false
  let waiting: (() => void)[] = []
  const wake = () => {
    const all = waiting
    waiting = []
    for (const resolve of all) resolve()
  }
  const remember = (request: string, verdict: 'suspect' | 'guilty') => {
    suspects.delete(request)
    suspects.set(request, verdict)
    for (const oldest of suspects.keys()) {
      if (suspects.size <= memory) return
      suspects.delete(oldest)
    }
  }
  return {
    async run(request, work, onGuilty) {
      const enter = () => !isAlone && (running === 0 || !suspects.has(request))
      while (!enter()) await new Promise<void>((resolve) => waiting.push(resolve))
      const verdict = suspects.get(request)
      if (verdict === 'guilty') {
        wake()
        throw onGuilty()
      }
      running += 1
      isAlone = verdict === 'suspect'
      try {
        const value = await work()
        suspects.delete(request)
        return value
      } catch (error) {
        if (!(error instanceof FailureError) || error.failure.code !== 'voice-crashed') throw error
        remember(request, verdict === 'suspect' ? 'guilty' : 'suspect')
        throw verdict === 'suspect' ? onGuilty() : error
      } finally {
        running -= 1
        isAlone = false
        wake()
      }
    },
  }
}
