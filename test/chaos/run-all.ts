// Many runs, some side by side, each with a speech server of its own.
import { runChaos, type Outcome } from './run.ts'
import { startServer, type Workshop } from './workshop.ts'

/** Every outcome is told as soon as it is known. */
export async function runAll(
  workshop: Workshop,
  seeds: readonly number[],
  lanes: number,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  const left = [...seeds]
  const lane = async () => {
    const server = await startServer()
    try {
      for (let seed = left.shift(); seed !== undefined; seed = left.shift())
        onOutcome(await runChaos(workshop.planOf(seed), { ...workshop, server }))
    } finally {
      await server.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(seeds.length, lanes) }, lane))
}
