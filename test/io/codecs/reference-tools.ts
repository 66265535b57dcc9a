// ffmpeg and its kin as judges of our files, where the machine has them.
import { spawnSync } from 'node:child_process'

/** Whether a tool is there; a suite that needs it says so in its name when it is skipped. */
export const hasTool = (name: string): boolean => spawnSync(name, ['-version']).status === 0

export function run(name: string, ...args: string[]): { stdout: Buffer; stderr: string } {
  const { stdout, stderr, status } = spawnSync(name, args, { maxBuffer: 1024 ** 3 })
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${stderr.toString()}`)
  return { stdout, stderr: stderr.toString() }
}

/** What a player hears, and everything ffmpeg has to complain of. */
export function hear(
  path: string,
  sampleRate: number,
): { samples: Int16Array; complaints: string } {
  const rate = String(sampleRate)
  const { stdout, stderr } = run(
    'ffmpeg',
    ...['-v', 'error', '-i', path, '-map', '0:a', '-f', 's16le', '-ac', '1', '-ar', rate, '-'],
  )
  const samples = new Int16Array(stdout.length / 2)
  Buffer.from(samples.buffer).set(stdout)
  return { samples, complaints: stderr }
}

type Probed = {
  format: { duration: string; tags: Record<string, string> }
  chapters: { start: number; end: number; time_base: string; tags: { title: string } }[]
  streams: {
    codec_name: string
    codec_type: string
    duration_ts: number
    tags?: Record<string, string>
  }[]
}

export const probe = (path: string): Probed =>
  JSON.parse(
    run(
      'ffprobe',
      ...['-v', 'error', '-of', 'json', '-show_format', '-show_chapters', '-show_streams', path],
    ).stdout.toString(),
  ) as Probed

/** By how many samples `heard` is late at `at`, looked for within `reach`. */
export function lag(
  source: Int16Array,
  heard: Int16Array,
  at: number,
  length: number,
  reach: number,
): number {
  let best = 0
  let least = Infinity
  for (let shift = -reach; shift <= reach; shift++) {
    let error = 0
    for (let i = at; i < at + length; i++) {
      const difference = (source[i] ?? 0) - (heard[i + shift] ?? 0)
      error += difference * difference
    }
    if (error < least) {
      least = error
      best = shift
    }
  }
  return best
}
