// npm run bench [-- PART …] [OPTIONS]: figures with what they are compared to, in one run. See `usage`.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchAcx } from './acx.ts'
import { benchBook } from './book.ts'
import { benchCast } from './cast.ts'
import { benchChecks } from './checks.ts'
import { benchCodecs } from './codecs.ts'
import { benchDesk } from './desk.ts'
import { benchDispatch } from './dispatch.ts'
import { benchEdit } from './edit.ts'
import { benchExport } from './export.ts'
import { printTable, type Figure } from './figure.ts'
import { benchFarm } from './farm.ts'
import { benchHuge } from './huge.ts'
import { benchImport } from './import.ts'
import { benchMeasure } from './measure.ts'
import { benchOverlay } from './overlay.ts'
import { benchScript } from './script.ts'
import { benchSpeech } from './speech.ts'
import { benchWatch } from './watch.ts'
import type { Comparison } from './speech/compare.ts'

const usage = `npm run bench [-- PART …] [OPTIONS]
  acx|book|cast|checks|codecs|desk|dispatch|edit|export|farm|huge|import|measure|overlay|script|speech|watch;
                         acx and huge only by name
  --json FILE            the figures also as JSON
  --book FILE            book: another than the corpus's
  --copies               book: also ten copies of it
  --long                 speech: 300 segments in every case; import: also a text of 1 GB;
                         acx: whole novels; desk: ten minutes of use;
                         watch: a book of forty hours instead
  --compare STRATEGIES   speech: only these side by side, such as fixed:5,adaptive,fixed:32
  --profile NAME         … on this profile of the server; cap-queue
  --width N --rpm N --latency MS   … with these of its options`

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    book: { type: 'string' },
    copies: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    compare: { type: 'string' },
    profile: { type: 'string', default: 'cap-queue' },
    width: { type: 'string' },
    rpm: { type: 'string' },
    latency: { type: 'string', default: '300' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
})

function comparison(strategies: string): Comparison {
  const { profile, width, rpm, latency } = values
  const options = {
    latencyMs: Number(latency),
    ...(width === undefined ? {} : { width: Number(width) }),
    ...(rpm === undefined ? {} : { requestsPerMinute: Number(rpm) }),
  }
  return { strategies, profile, options }
}

const { compare } = values
const parts: Record<string, () => Promise<Figure[]>> = {
  acx: () => benchAcx(values.long),
  codecs: benchCodecs,
  desk: () => benchDesk(values.long),
  dispatch: benchDispatch,
  edit: benchEdit,
  book: () => benchBook(values.book, values.copies),
  cast: benchCast,
  checks: benchChecks,
  export: benchExport,
  farm: benchFarm,
  huge: benchHuge,
  import: () => benchImport(values.long),
  measure: benchMeasure,
  overlay: benchOverlay,
  script: benchScript,
  speech: () =>
    benchSpeech({
      isLong: values.long,
      comparison: compare === undefined ? null : comparison(compare),
    }),
  watch: () => benchWatch(values.long),
}

async function run(): Promise<void> {
  if (values.help) return console.log(usage)
  // These take their time, and some of them ten gigabytes: only when they are asked for.
  const usual = Object.keys(parts).filter((name) => name !== 'huge' && name !== 'acx')
  const all = compare === undefined ? usual : ['speech']
  const figures: Figure[] = []
  for (const name of positionals.length > 0 ? positionals : all) {
    const part = parts[name]
    if (!part) throw new Error(`no part “${name}”\n${usage}`)
    figures.push(...(await part()))
  }
  printTable(figures)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
}

await run()
