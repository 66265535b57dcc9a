// npm run chaos [-- RUNS] [--seed S]: runs with a fault each, and a table of them. See `usage`.
import { parseArgs } from 'node:util'
import { farmChaos } from './farm.ts'
import { nameOf } from './fault.ts'
import type { Outcome } from './run.ts'
import { runAll } from './run-all.ts'
import { openWorkshop } from './workshop.ts'

const usage = `npm run chaos [-- RUNS] [OPTIONS]
  RUNS       how many, with the seeds from 1 on; 20
  --from S   the first seed
  --seed S   this one alone
  --lanes N  so many side by side; 2
  --farm     instead: books that a farm speaks while its workers, its Redis and its studio are killed`

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '2' },
    farm: { type: 'boolean' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
})

function row({ plan, ms, lives, again, spokenTwice, note, wrong }: Outcome): string {
  const { seed, fault, moment, start, schema, voice } = plan
  const from = start === 'older' ? `schema ${schema.projects}/${schema.takes}` : 'new'
  const figures = [
    String(seed).padStart(5),
    nameOf(fault).padEnd(32),
    `at ${Math.round(moment * 100)} %`.padEnd(8),
    from.padEnd(12),
    voice.padEnd(9),
    `${lives} starts`.padEnd(9),
    `${again} again`.padEnd(8),
    `${spokenTwice} twice`.padEnd(8),
    `${(ms / 1000).toFixed(1)} s`.padStart(7),
    note.padEnd(15),
  ]
  return `${figures.join('  ')} ${wrong.length === 0 ? '✓' : `✗ ${wrong.join('; ')}`}`
}

async function run(): Promise<number> {
  const only = values.seed === undefined ? null : Number(values.seed)
  const count = only === null ? Number(positionals[0] ?? 20) : 1
  const first = only ?? Number(values.from)
  const seeds = Array.from({ length: count }, (_, index) => first + index)
  if (values.farm) return (await farmChaos(seeds)) === 0 ? 0 : 1
  const outcomes: Outcome[] = []
  const workshop = await openWorkshop()
  try {
    await runAll(workshop, seeds, Number(values.lanes), (outcome) => {
      outcomes.push(outcome)
      console.log(row(outcome))
    })
  } finally {
    await workshop.close()
  }
  const failed = outcomes.filter(({ wrong }) => wrong.length > 0)
  console.log(`${outcomes.length - failed.length} of ${outcomes.length} clean`)
  for (const { plan, wrong } of failed)
    console.log(`npm run chaos -- --seed ${plan.seed}   ${wrong.join('; ')}`)
  return failed.length === 0 ? 0 : 1
}

if (values.help) console.log(usage)
else process.exitCode = await run()
