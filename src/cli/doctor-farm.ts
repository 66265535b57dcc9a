// The farm, as `lectern doctor` tells of it: whether its Redis answers, and who is there to speak.
import { workerState, type FarmView } from '../contract/index.ts'
import { englishFarm } from '../contract/messages/english-farm.ts'
import type { Clock } from '../core/base/scope.ts'
import type { Farm } from '../core/ports/farm.ts'
import { printLine, sentenceOf } from '../io/command-line/report.ts'

/** Longer than a store of takes is waited for. */
const patienceMs = 8_000

/** Of its Redis, or of the store of takes, it is not known yet whether it answers. */
const isUnknown = ({ state, store }: FarmView) => state === 'connecting' || store === 'connecting'

/** Null where none is set. It has just been opened: until both have answered or failed, so long is waited. */
export async function farmFacts(farm: Farm, clock: Pick<Clock, 'after'>): Promise<FarmView | null> {
  const first = await farm.view()
  if (!first.settings) return null
  if (!isUnknown(first)) return first
  return new Promise((resolve) => {
    const end = () => {
      stop()
      cancel()
      resolve(farm.view())
    }
    const look = async () => {
      if (!isUnknown(await farm.view())) end()
    }
    const stop = farm.onChange(() => void look())
    const cancel = clock.after(patienceMs, end)
    // It may have changed before it was listened to.
    void look()
  })
}

export function printFarm(farm: FarmView | null): void {
  if (!farm?.settings) return
  const { state, store, failure, warnings, workers, waiting, settings } = farm
  const why = failure === null ? '' : `: ${sentenceOf(failure)}`
  printLine(`Farm: ${settings.address}, ${state}${why}`)
  const { shares, takeStore } = settings
  if (shares === 'store' && takeStore)
    printLine(`Shared takes: bucket ${takeStore.bucket} at ${takeStore.address}, ${store}`)
  for (const warning of warnings) printLine(`Farm: ${englishFarm.warnings[warning]}`)
  if (state === 'connected')
    printLine(`Farm: ${workers.length} workers; ${waiting} jobs wait for one`)
  for (const worker of workers) {
    const figures = [
      `${worker.busy} of ${worker.lanes} lanes busy`,
      `${worker.spoken} spoken`,
      `${worker.failed} failed`,
      ...(worker.bad > 0 ? [`${worker.bad} bad answers`] : []),
    ]
    printLine(
      `Worker: ${worker.name} (version ${worker.version}), ${workerState(worker)}; ${figures.join('; ')}`,
    )
    for (const { label, voices, refused } of worker.sources)
      printLine(
        `Worker: ${worker.name} has ${label}, ${voices} voices${refused ? `; not used: ${sentenceOf(refused)}` : ''}`,
      )
  }
}
