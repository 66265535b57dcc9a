// Asks a Lectern that runs on this machine, by the key that it was started with.
import { fail } from '../core/base/failure-error.ts'
import { environment } from '../io/environment.ts'

/** Whatever it answers. Fails with `studio-not-there`, `metrics-key-wrong`. */
export async function askRunning(
  port: number,
  path: string,
  { method = 'GET', signal = null }: { method?: 'GET' | 'POST'; signal?: AbortSignal | null } = {},
): Promise<Response> {
  const address = addressOf(port)
  const key = environment('LECTERN_METRICS_KEY') ?? ''
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    signal,
  }).catch((error: unknown) => {
    throw fail('studio-not-there', { address }, String(error))
  })
  if (answer.status === 401) throw fail('metrics-key-wrong', { address })
  return answer
}

export const addressOf = (port: number): string => `http://127.0.0.1:${port}`
