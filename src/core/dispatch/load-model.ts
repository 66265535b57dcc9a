// What one server's answers say about it: time by length of the text, and from how many at once it queues.

export type Answered = {
  /** Requests at the server, this one included. */
  busy: number
  characters: number
  latencyMs: number
}

export type Knee = {
  /** Requests at once beyond which more of them only wait longer. */
  width: number
  /** How many times the noise of one sample it explains; 0 where latency does not visibly grow. */
  evidence: number
  /** The fewest requests at once that are remembered; a knee below is only known to be below. */
  lowest: number
}

export type LoadModel = {
  add(answered: Answered): void
  /** Fits all that is remembered. Cheap enough for once a round, not for once a request. */
  fit(): Knee
  /** Milliseconds a request should take beside `busy` others; null before the first fit. */
  expectedMs(characters: number, busy: number): number | null
}

/** Samples remembered for each count of requests at once … */
const keptPerCount = 40
/** … unless this many others have come since: a server may change. */
const forgottenAfter = 400
/** How latency grows beyond the knee: 1 is a queue, more is a server that chokes. */
const steepnesses = [1, 1.5, 2, 3]
/** A steeper curve must explain this many times the noise more, for what lies between is not known. */
const steepEvidence = 2
/** Growth of latency that counts as such. */
const visibleGrowth = 1.1
/** No server is this exact: keeps a constant latency from proving too much. */
const leastNoise = 0.02 ** 2

type Sample = Answered & { count: number }
type Bin = { busy: number; logRatio: number; weight: number; logBusy: number }

/**
 * Latency = (base + perCharacter · characters) · load, where load is 1 up to the knee and
 * (busy ÷ knee)^steepness beyond. Means are arithmetic, so busy ÷ latency is truly the throughput.
 */
export function createLoadModel(max: number): LoadModel {
  const samples = new Map<number, Sample[]>()
  let count = 0
  let base = 0
  let perCharacter = 0
  let knee = max
  let steepness = 1
  let fitted = false

  const load = (busy: number) => (busy <= knee ? 1 : (busy / knee) ** steepness)
  const expected = (characters: number) => base + perCharacter * characters

  const remembered = () => {
    const all: Sample[] = []
    for (const [busy, list] of samples) {
      const fresh = list.filter((sample) => count - sample.count < forgottenAfter)
      if (fresh.length === 0) samples.delete(busy)
      else samples.set(busy, fresh)
      for (const sample of fresh) all.push(sample)
    }
    return all
  }

  /** Least squares of what latency would be without load; neither part may be negative. */
  const fitSizes = (all: readonly Sample[]) => {
    const n = all.length
    let x = 0
    let y = 0
    for (const { characters, latencyMs, busy } of all) {
      x += characters / n
      y += latencyMs / load(busy) / n
    }
    let xx = 0
    let xy = 0
    for (const { characters, latencyMs, busy } of all) {
      xx += (characters - x) ** 2
      xy += (characters - x) * (latencyMs / load(busy) - y)
    }
    perCharacter = xx > 0 ? Math.max(0, xy / xx) : 0
    base = y - perCharacter * x
    if (base < 0 && x > 0) {
      base = 0
      perCharacter = y / x
    }
  }

  const toBins = (): { bins: Bin[]; noise: number } => {
    const bins: Bin[] = []
    let spread = 0
    let total = 0
    for (const [busy, list] of samples) {
      let sum = 0
      let wanted = 0
      for (const sample of list) {
        sum += sample.latencyMs
        wanted += expected(sample.characters)
      }
      const ratio = sum / Math.max(wanted, 1e-6)
      for (const sample of list)
        spread += (sample.latencyMs / Math.max(1e-6, expected(sample.characters) * ratio) - 1) ** 2
      total += list.length
      const logRatio = Math.log(Math.max(ratio, 1e-6))
      bins.push({ busy, logRatio, weight: list.length, logBusy: Math.log(busy) })
    }
    return { bins, noise: Math.max(leastNoise, spread / Math.max(1, total)) }
  }

  return {
    add(answered) {
      count += 1
      const list = samples.get(answered.busy)
      if (!list) samples.set(answered.busy, [{ ...answered, count }])
      else {
        if (list.length >= keptPerCount) list.shift()
        list.push({ ...answered, count })
      }
    },
    fit() {
      const all = remembered()
      if (all.length === 0) return { width: max, evidence: 0, lowest: max }
      let evidence = 0
      // Twice: lengths are judged without the load that the first turn has found.
      for (let turn = 0; turn < 2; turn++) {
        fitSizes(all)
        const { bins, noise } = toBins()
        const none = errorOf(bins, max, 1)
        let best = none
        knee = max
        steepness = 1
        for (let width = 1; width < max; width++) {
          for (const [rank, steep] of steepnesses.entries()) {
            const error = errorOf(bins, width, steep) + rank * steepEvidence * noise
            if (error >= best - 1e-9) continue
            best = error
            knee = width
            steepness = steep
          }
        }
        const most = Math.max(...bins.map(({ busy }) => busy))
        evidence = load(most) < visibleGrowth ? 0 : (none - best) / noise
      }
      fitSizes(all)
      fitted = true
      return { width: knee, evidence, lowest: Math.min(...samples.keys()) }
    },
    expectedMs: (characters, busy) => (fitted ? expected(characters) * load(busy) : null),
  }
}

function errorOf(bins: readonly Bin[], knee: number, steepness: number): number {
  const logKnee = Math.log(knee)
  let weight = 0
  let mean = 0
  for (const bin of bins) {
    weight += bin.weight
    mean += bin.weight * (bin.logRatio - steepness * Math.max(0, bin.logBusy - logKnee))
  }
  mean /= weight
  let error = 0
  for (const bin of bins) {
    const rest = bin.logRatio - steepness * Math.max(0, bin.logBusy - logKnee) - mean
    error += bin.weight * rest * rest
  }
  return error
}
