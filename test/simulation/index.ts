// node test/simulation/index.ts [--scale 200] [CASE …]: a farm of a thousand workers and ten thousand books, case by case; half a minute each.
// Books have one segment for every `scale` that such books have: where a farm saturates does not depend on it.
import { parseArgs } from 'node:util'
import { measuredCosts } from './costs.ts'
import { simulateFarm, type FarmModel } from './simulate-farm.ts'

const { values, positionals } = parseArgs({
  options: { scale: { type: 'string', default: '200' } },
  allowPositionals: true,
})

const scale = Number(values.scale)
const usual: FarmModel = {
  seed: 10,
  latenciesMs: [300, 1000, 2000, 4000],
  ...{ workers: 1000, lanesEach: 2, studios: 40, books: 10_000 },
  segments: { from: 500 / scale, to: 8000 / scale },
  ...{ gigabits: 10, redisEach: false, cores: 8, heardOf: 200 },
}
const fast = { latenciesMs: [300, 300, 300, 300] }
const rarelyLooking = { costs: { lookMs: measuredCosts.lookMs / 10 } }
const cases: Record<string, Partial<FarmModel>> = {
  '100 workers, 1,000 books, 1 Gbit/s': { workers: 100, books: 1000, gigabits: 1 },
  '1,000 workers, 1 Gbit/s': { gigabits: 1 },
  '1,000 workers': {},
  '1,000 workers, looking a tenth': rarelyLooking,
  'a Redis for each': { redisEach: true },
  'a Redis for each, looking a tenth': { redisEach: true, ...rarelyLooking },
  'quick voices, looking a tenth': { ...fast, ...rarelyLooking },
  'quick voices, a Redis for each, looking a tenth': { ...fast, ...rarelyLooking, redisEach: true },
  'one studio': { studios: 1, latenciesMs: [1825] },
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

for (const [name, model] of Object.entries(cases)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const began = performance.now()
  const figures = await simulateFarm({ ...usual, ...model })
  const { full, waits, mostWaiting, mostResultBytes } = figures
  const { use } = full
  console.log(
    [
      name,
      `${figures.segments} segments in ${figures.hours.toFixed(2)} h`,
      `${full.perSecond.toFixed(0)}/s`,
      `speaking ${percent(full.speaking)}`,
      `Redis ${percent(use.thread)}`,
      `in ${percent(use.received)}, out ${percent(use.sent)}`,
      `preparing ${percent(use.preparing)}`,
      `jobs ${mostWaiting}, results ${(mostResultBytes / 1e6).toFixed(0)} MB`,
      `heard ${seconds(waits.heard.middle)} / ${seconds(waits.heard.longest)}`,
      `rest ${seconds(waits.rest.middle)} / ${seconds(waits.rest.longest)}`,
      `starved ${figures.starved}`,
      `computed in ${seconds(performance.now() - began)}`,
    ].join(' | '),
  )
}
