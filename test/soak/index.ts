// npm run soak [-- OPTIONS]: a long use of the studio, and the slope of everything that could grow. See `usage`.
import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { folderStem, soak, type Looked } from './soak.ts'
import { slopesOf } from './slopes-of.ts'

const usage = `npm run soak [-- OPTIONS]
  --minutes N      ends then; 10
  --segments N     or when so many are spoken; 100000
  --sentences N    of each round's book; 1000
  --reset          only removes what interrupted soaks have left`

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    segments: { type: 'string', default: '100000' },
    sentences: { type: 'string', default: '1000' },
    reset: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

function reset(): void {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(folderStem))
  for (const name of left) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  console.log(`${left.length} folders removed`)
}

const shown = ['PSS of the tree', 'RSS of main', 'heap of main', 'open files of main', 'processes']

const figure = (value: number | undefined): string =>
  value === undefined ? '–' : Number.isInteger(value) ? String(value) : value.toFixed(1)

async function run(): Promise<number> {
  const looks: Looked[] = []
  let toldMinute = -1
  await soak({
    minutes: Number(values.minutes),
    segments: Number(values.segments),
    sentences: Number(values.sentences),
    onLook(looked) {
      looks.push(looked)
      const minute = Math.floor(looked.seconds / 60)
      if (minute === toldMinute) return
      toldMinute = minute
      const figures = shown.map((name) => `${name} ${figure(looked.sample[name])}`)
      console.log([`${minute} min`, `${looked.segments} segments`, ...figures].join('  '))
    },
  })
  const slopes = slopesOf(looks)
  console.log(`\n${looks.length} rounds, ${looks.at(-1)?.segments ?? 0} segments; memory in MB`)
  for (const { name, last, perThousand, noise, verdict } of slopes)
    console.log(
      `${verdict === 'grows' ? '✗ grows' : '✓ flat '}  ${name.padEnd(34)} ${figure(last).padStart(8)}` +
        `  ${perThousand >= 0 ? '+' : ''}${perThousand.toFixed(3)} per 1,000, noise ${figure(noise)}`,
    )
  return slopes.some(({ verdict }) => verdict === 'grows') ? 1 : 0
}

if (values.help) console.log(usage)
else if (values.reset) reset()
else process.exitCode = await run()
