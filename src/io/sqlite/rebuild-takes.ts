// Makes takes.db anew from a damaged one: every take whose sound is what was kept.
import { crc32 } from 'node:zlib'
import type { Database } from './database.ts'
import { readByNumber, salvageTable } from './salvage.ts'
import { statement } from './statement.ts'

export type RebuiltTakes = { kept: number; lost: number; lostRecordings: number }

type TakeValues = { rowid: number; id: string; recipe: string | null; crc: number }
type Parts = { flac: Uint8Array; version: number; analysis: string; peaks: Uint8Array }

const columns = [
  ...['id', 'recipe', 'rendition', 'voice', 'sample_rate', 'samples', 'audio_digest', 'bytes'],
  ...['crc', 'held', 'created_at', 'used_at'],
]

/** `to` is fresh, of the version of `from`. Weights and the tally come by their triggers. */
export function rebuildTakes(from: Database, to: Database): RebuiltTakes {
  // First: a take that comes finds who refers to it, and weighs.
  salvageTable(from, to, 'take_references')
  const result: RebuiltTakes = { kept: 0, lost: 0, lostRecordings: 0 }
  const flags = Number(from.pragma('user_version')) >= 2 ? ['flags'] : []
  const names = [...columns, ...flags]
  const source = from.prepare({
    parts: statement<{ number: number }, Parts>(`
      SELECT flac, version, analysis, peaks FROM sounds
        JOIN analyses USING (take) JOIN waveforms USING (take)
      WHERE take = @number`),
  })
  const target = to.prepare({
    take: statement<TakeValues>(`INSERT INTO takes (number, ${names.join(', ')})
      VALUES (@rowid, ${names.map((name) => `@${name}`).join(', ')})`),
    sound: statement<Parts & { number: number }>(
      'INSERT INTO sounds (take, flac) VALUES (@number, @flac)',
    ),
    analysis: statement<Parts & { number: number }>(
      'INSERT INTO analyses (take, version, analysis) VALUES (@number, @version, @analysis)',
    ),
    waveform: statement<Parts & { number: number }>(
      'INSERT INTO waveforms (take, peaks) VALUES (@number, @peaks)',
    ),
  })
  const keep = (take: TakeValues) => {
    const parts = source.parts.get({ number: take.rowid })
    if (!parts || crc32(parts.flac) !== take.crc) throw new Error('its sound is not what was kept')
    JSON.parse(parts.analysis)
    const values = { number: take.rowid, ...parts }
    to.transaction(() => {
      target.take.run(take)
      target.sound.run(values)
      target.analysis.run(values)
      target.waveform.run(values)
    })
    result.kept += 1
  }
  const found = new Set<number>()
  for (const row of readByNumber(from, 'takes', names, () => {})) {
    const take = row as TakeValues
    found.add(take.rowid)
    try {
      keep(take)
    } catch (error) {
      if (isOfDisk(error)) throw error
      result.lost += 1
      if (take.recipe === null) result.lostRecordings += 1
    }
  }
  // Those whose own row is gone are known by their measurements alone.
  for (const { rowid } of readByNumber(from, 'analyses', ['version'], () => {}))
    if (!found.has(Number(rowid))) result.lost += 1
  return result
}

/** What keeps the new file from being written, and says nothing of the old one. */
const isOfDisk = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(FULL|IOERR|READONLY)/.test(String(error.code))
