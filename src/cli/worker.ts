// lectern worker: this machine speaks for studios elsewhere, until it is interrupted or retired.
import { hostname } from 'node:os'
import { FarmSettings } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { readOptions, wholeNumber } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { environment } from '../io/environment.ts'
import { farmAddress, farmHost } from '../io/farm/farm-address.ts'
import { openFarmWorker } from '../io/open-farm-worker.ts'
import { portsOn, type Runtime } from '../io/runtime.ts'
import { givenPath } from './given-path.ts'

const options = {
  redis: { type: 'string' },
  prefix: { type: 'string' },
  voices: { type: 'string', multiple: true },
  lanes: { type: 'string' },
  together: { type: 'string' },
  name: { type: 'string' },
  'allow-plain': { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** What it speaks comes to its end at the first interrupt; at the second it ends at once. */
export async function worker(args: string[], runtime: Runtime): Promise<number> {
  const { values } = readOptions(args, options, { min: 0, max: 0 })
  // An address on the command line is seen by everybody on this machine, a password in it too.
  const typed = values.redis ?? environment('LECTERN_REDIS')
  if (typed === null) throw fail('option-invalid', { option: '--redis', value: '' })
  const { address, password } = farmAddress(typed, values['allow-plain'] ?? false)
  const prefix = FarmSettings.shape.prefix.safeParse(values.prefix).data
  if (prefix === undefined)
    throw fail('option-invalid', { option: '--prefix', value: values.prefix ?? '' })
  const json = values.json ?? false
  if (!json) printLine(`Connecting with ${farmHost(address)} …`)
  const opened = await openFarmWorker(
    { dataRoot: givenPath(values.data), ...portsOn(runtime) },
    {
      place: { address, password: password ?? environment('LECTERN_REDIS_PASSWORD') },
      prefix,
      name: values.name ?? hostname(),
      lanes: wholeNumber('--lanes', values.lanes, { min: 1, max: 64 }) ?? null,
      together: wholeNumber('--together', values.together, { min: 1, max: 1000 }) ?? null,
      voices: values.voices?.flatMap((each) => each.split(',')) ?? null,
    },
  )
  const { worker: made } = opened
  // Heard before anybody is told that it is ready: whoever waits for that may end it at once.
  const asked = interrupted()
  if (json) printJson({ event: 'ready', worker: made.id })
  else {
    printLine('Ready to speak, with')
    for (const { announced } of made.sources)
      printLine(
        `  ${announced.label}: ${announced.voices.length} voices, ${announced.lanes} segments at once`,
      )
    printLine('Ctrl+C ends it, when what it speaks is spoken.')
  }
  await Promise.race([made.retired, asked])
  const { spoken, failed } = made.state()
  await opened.close()
  if (json) printJson({ event: 'ended', spoken, failed })
  else printLine(`Ended. ${spoken} segments spoken, ${failed} failed.`)
  return 0
}

const interrupted = () =>
  new Promise<void>((resolve) => {
    let times = 0
    const onSignal = () => {
      times += 1
      if (times > 1) process.exit(130)
      resolve()
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
