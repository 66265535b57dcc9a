// The processes below one of ours, as Linux tells them: what each is for, and whether it is still there.
import { setTimeout } from 'node:timers/promises'
import { existsSync, readFileSync, readdirSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

export const hasProcessTree: boolean = existsSync('/proc/self/task')

/** Ids of its children, in no order. */
export function childrenOf(pid: number): number[] {
  const threads = existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : []
  return threads.flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
}

/** Whether it runs; one that has ended and was not yet asked how does not. */
export const isRunning = (pid: number): boolean =>
  !['', 'Z', 'X'].includes(/^\d+ \(.*\) (\w)/s.exec(read(`/proc/${pid}/stat`))?.[1] ?? '')

/** The children that were started with an entry of that name, such as `codec`. */
export const childrenCalled = (pid: number, entry: string): number[] =>
  childrenOf(pid).filter((child) => read(`/proc/${child}/cmdline`).includes(`workers/${entry}.`))

/** Resolves when it is so; the test's own limit ends it where it never is. */
export async function until<T>(look: () => T): Promise<NonNullable<T>> {
  for (;;) {
    const found = look()
    if (found) return found as NonNullable<T>
    // Soon enough for what lives a moment, and no core is taken from what is looked at.
    await setTimeout(2)
  }
}
