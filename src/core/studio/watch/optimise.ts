// Gives memory back that nobody needs now, one kind after the other, and tells what each has freed.
import type { Optimised } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import { passed } from '../../base/passed.ts'
import type { StudioContext } from '../studio-context.ts'

/** Ended processes are gone, and children have collected, a moment after they were told to. */
const settleMs = 400

export type Optimise = () => Promise<Optimised>

/**
 * What is at work stays. A step that fails frees nothing, and the others are done all the same. Whoever asks while it
 * is being done gets the same answer.
 */
export function createOptimise(context: StudioContext): Optimise {
  let underWay: Promise<Optimised> | null = null
  return () =>
    (underWay ??= optimiseOnce(context).finally(() => {
      underWay = null
    }))
}

async function optimiseOnce(context: StudioContext): Promise<Optimised> {
  const { clock, codecs, log, memory, scope, sources } = context
  const beforeBytes = await memory.used()
  const work: [Optimised['steps'][number]['step'], () => Promise<unknown>][] = [
    ['voices', () => Promise.all(sources.all().map((source) => source.rest()))],
    ['codecs', () => codecs.rest()],
    ['database', () => context.shrinkStores()],
    ['garbage', () => memory.collect()],
  ]
  const steps: Optimised['steps'] = []
  let left = beforeBytes
  for (const [step, free] of work) {
    await free().catch((error: unknown) =>
      log.warn('memory could not be given back', { step, failure: failureOf(error) }),
    )
    await passed(scope, clock, settleMs)
    const now = await memory.used()
    steps.push({ step, freedBytes: left - now })
    left = now
  }
  log.info('memory was given back', { beforeBytes, afterBytes: left, steps })
  return { steps, beforeBytes, afterBytes: left }
}
