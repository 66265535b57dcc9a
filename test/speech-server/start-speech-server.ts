// Starts the speech server in a process of its own, for tests and benches.
import { failure } from '../../src/core/base/failure-error.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { connect } from '../../src/io/process/remote.ts'
import type { ControlOptions, SpeechServerOptions } from './options.ts'
import type { ProfileName } from './profiles.ts'
import type { Stats } from './request-log.ts'

/** A variable of the environment: the folder where servers of one run of the tests keep what was spoken. */
export const sharedSounds = 'LECTERN_TEST_SOUNDS'

export type StartedSpeechServer = {
  /** Ends in `/v1`. */
  url: string
  port: number
  pid: number
  /** Speaks texts beforehand, so that serving them costs nothing. */
  prepare(texts: readonly string[], voice?: string): Promise<void>
  /** Null: by the model's name again. Earlier options and the counts of tries are forgotten. */
  control(profile: ProfileName | null, options?: ControlOptions): Promise<void>
  stats(): Promise<Stats>
  /** As it was started, with empty statistics; what has been spoken is kept. */
  reset(): Promise<void>
  /** Cuts what is under way, removes what it alone has kept, and resolves when the process has ended. */
  close(): Promise<void>
}

/** Listens on 127.0.0.1 only, and ends with this process at the latest. Rejects when the port is taken. */
export async function startSpeechServer(
  options: SpeechServerOptions = {},
): Promise<StartedSpeechServer> {
  const channel = forkProcess(new URL('./serve.ts', import.meta.url), { name: 'speech-server' })
  const ended = new Promise<void>((resolve) => channel.onExit(() => resolve()))
  const remote = connect(channel, (code) =>
    failure('unexpected', {}, `the speech server ended: ${code}`),
  )
  const end = async () => {
    channel.kill()
    await ended
  }
  try {
    const soundFolder = process.env[sharedSounds]
    const port = await remote.call<number>('open', {
      ...(soundFolder !== undefined && { soundFolder }),
      ...options,
    })
    return {
      url: `http://127.0.0.1:${port}/v1`,
      port,
      pid: channel.pid as number,
      prepare: (texts, voice) => remote.call('prepare', { texts, voice }),
      control: (profile, changed) => remote.call('control', { profile, options: changed }),
      stats: () => remote.call('stats', {}),
      reset: () => remote.call('reset', {}),
      async close() {
        if (remote.ended) return
        try {
          await remote.call('close', {})
        } finally {
          await end()
        }
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}
