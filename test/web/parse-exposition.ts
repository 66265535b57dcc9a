// A strict reader of Prometheus' text format (version 0.0.4): throws where `promtool check metrics` would complain.

export type Sample = { name: string; labels: Record<string, string>; value: number }
export type Metric = { type: string; help: string; samples: Sample[] }

const nameOf = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/
const sampleLine = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/y
const types = ['counter', 'gauge', 'summary', 'histogram', 'untyped']
/** Names of samples that belong to a metric of another name. */
const suffixes: Record<string, string[]> = {
  summary: ['', '_sum', '_count'],
  histogram: ['_bucket', '_sum', '_count'],
}

export function parseExposition(text: string): Map<string, Metric> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end')
  const metrics = new Map<string, Metric>()
  const seen = new Set<string>()
  let current: [string, Metric] | null = null
  for (const line of text.split('\n')) {
    if (line === '') continue
    if (line.startsWith('# HELP ')) {
      const [, name = '', help = ''] = /^# HELP (\S+) (.+)$/.exec(line) ?? []
      if (!nameOf.test(name) || metrics.has(name)) throw new Error(`help: ${line}`)
      current = [name, { type: '', help, samples: [] }]
      metrics.set(...current)
    } else if (line.startsWith('# TYPE ')) {
      const [, name = '', type = ''] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? []
      if (!current || current[0] !== name || !types.includes(type)) throw new Error(`type: ${line}`)
      current[1].type = type
      if (type === 'counter' && !name.endsWith('_total')) throw new Error(`no _total: ${name}`)
      if (type !== 'counter' && name.endsWith('_total')) throw new Error(`_total: ${name}`)
      if (/_(milliseconds|ms|kilobytes|mb|percent)(_|$)/.test(name))
        throw new Error(`unit: ${name}`)
    } else {
      if (!current) throw new Error(`a sample before its help: ${line}`)
      const sample = parseSample(line)
      const ends = suffixes[current[1].type] ?? ['']
      if (!ends.some((end) => sample.name === `${current?.[0]}${end}`)) throw new Error(line)
      const key = `${sample.name} ${JSON.stringify(Object.entries(sample.labels).toSorted(byName))}`
      if (seen.has(key)) throw new Error(`twice: ${line}`)
      seen.add(key)
      current[1].samples.push(sample)
    }
  }
  return metrics
}

const byName = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1)

function parseSample(line: string): Sample {
  const [, name = '', inside = '', value = ''] = sampleLine.exec(line) ?? []
  if (name === '') throw new Error(`no sample: ${line}`)
  const labels: Record<string, string> = {}
  label.lastIndex = 0
  while (label.lastIndex < inside.length) {
    const found = label.exec(inside)
    if (!found) throw new Error(`labels: ${line}`)
    const [, key = '', given = ''] = found
    if (key in labels) throw new Error(`a label twice: ${line}`)
    labels[key] = given
  }
  // As Go reads it, which Prometheus is written in: letters of any case.
  const special: Record<string, number> = { '+inf': Infinity, '-inf': -Infinity, nan: Number.NaN }
  const number = special[value.toLowerCase()] ?? Number(value)
  if (Number.isNaN(number) && value.toLowerCase() !== 'nan') throw new Error(`value: ${line}`)
  return { name, labels, value: number }
}
