// Whether something is gone from memory, once nobody should hold it any more.
import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Promises and streams let go of what they held some turns after their end. */
const turns = 30

/** Collects until none of them is there, or it is plain that some will stay; answers how many did. */
export async function stillHeld(watched: readonly WeakRef<WeakKey>[]): Promise<number> {
  const held = () => watched.filter((each) => each.deref() !== undefined).length
  for (let count = 0; count < turns; count += 1) {
    await turn()
    collect()
    // Looking at one keeps it until the turn is over.
    await turn()
    if (held() === 0) return 0
  }
  return held()
}

/** Makes something in a frame of its own, so that no variable of a test holds it. */
export async function watch(
  make: () => WeakKey | Promise<WeakKey>,
  times = 1,
): Promise<WeakRef<WeakKey>[]> {
  const watched: WeakRef<WeakKey>[] = []
  for (let count = 0; count < times; count += 1) watched.push(new WeakRef(await make()))
  return watched
}
