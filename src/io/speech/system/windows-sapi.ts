// The voices of Windows (SAPI 5), by PowerShell processes that stay. Tested against a stand-in for
// PowerShell only: no Windows has run this, nor the script that it is given.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fail } from '../../../core/base/failure-error.ts'
import { languageTags } from './language-tags.ts'
import { startLineProcess, type LineProcess } from './line-process.ts'
import type { DriverVoice, Find, SystemDriver } from './system-driver.ts'
import { windowsScript } from './windows-script.ts'

const fileName = 'powershell.exe'

const Answer = z.object({
  error: z.string().optional(),
  voices: z
    .array(
      z.object({
        name: z.string(),
        description: z.string(),
        culture: z.string(),
        gender: z.string(),
      }),
    )
    .optional(),
})
type Answer = z.infer<typeof Answer>

/** The list as the script tells it. */
export const windowsVoices = (told: NonNullable<Answer['voices']>): DriverVoice[] =>
  told.map(({ name, description, culture, gender }) => ({
    name,
    label: description || name,
    languages: culture === '' ? [] : languageTags([culture]),
    gender: gender === 'Female' ? 'female' : gender === 'Male' ? 'male' : 'unknown',
  }))

/** SAPI counts from -10 to 10, and 10 is three times the voice's own pace. */
export const sapiRate = (rate: number): number =>
  Math.max(-10, Math.min(10, Math.round((10 * Math.log(rate)) / Math.log(3)))) + 0

/**
 * A process speaks one text at a time; as many run as texts are asked for at once. One that has
 * crashed or was aborted is replaced by the next text. `folder` is an absolute path, for the script.
 */
export function createWindowsSapi(find: Find, release: string, folder: string): SystemDriver {
  let idle: LineProcess[] = []
  let script: Promise<string> | null = null

  const writeScript = async () => {
    const path = join(folder, 'system-voices.ps1')
    await writeFile(path, windowsScript)
    return path
  }
  const start = async (program: string) => {
    script ??= writeScript().catch((error: unknown) => {
      script = null
      throw error
    })
    const path = await script
    // The policy is about scripts from elsewhere; this one is ours.
    const options = ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass']
    return startLineProcess(program, [...options, '-File', path])
  }
  const rest = () => {
    for (const process of idle) process.kill()
    idle = []
  }
  const ask = async (program: string, question: object, signal: AbortSignal): Promise<Answer> => {
    idle = idle.filter(({ ended }) => !ended)
    const process = idle.pop() ?? (await start(program))
    // One that did not answer is not asked again, also when it was aborted before it was asked.
    const told = await process.ask(question, signal).catch((error: unknown) => {
      process.kill()
      throw error
    })
    const answer = Answer.safeParse(told)
    idle.push(process)
    if (!answer.success) throw fail('voice-failed', {}, 'PowerShell answered something else')
    if (answer.data.error !== undefined) throw fail('voice-failed', {}, answer.data.error)
    return answer.data
  }

  let program: string | null = null
  return {
    endpoint: `windows-sapi@${release}`,
    prefix: '',
    deterministic: false,
    async voices(signal) {
      program = await find(fileName)
      if (program === null) return null
      try {
        return windowsVoices((await ask(program, { ask: 'voices' }, signal)).voices ?? [])
      } finally {
        // Nobody has asked for sound yet, and each process is large.
        rest()
      }
    },
    async speak(text, voice, rate, file, signal) {
      const base64 = Buffer.from(text, 'utf8').toString('base64')
      const question = { ask: 'speak', voice, rate: sapiRate(rate), file, text: base64 }
      await ask(program ?? fileName, question, signal)
    },
    rest,
  }
}
