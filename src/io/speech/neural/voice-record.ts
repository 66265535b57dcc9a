// What is written beside a voice when it is added: all that listing and loading it need.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { NeuralFamily } from '../../../contract/index.ts'
import { digestJson } from '../../../core/base/digest.ts'
import { namesOf, Scales, VoiceFiles, type FoundVoice } from './found-voice.ts'

export const recordName = 'lectern-voice.json'

/** Of folders on their way to being something; whatever crashes leaves them. */
export const incoming = '.incoming-'

const VoiceRecord = z.object({
  version: z.literal(1),
  label: z.string(),
  family: NeuralFamily,
  files: VoiceFiles,
  /** Of each file that is loaded. */
  sizes: z.record(z.string(), z.number()),
  scales: Scales,
  languages: z.array(z.string()),
  speakers: z.array(z.string()).min(1),
  sampleRate: z.number().int().positive(),
  licence: z.string().nullable(),
  source: z.string().nullable(),
  needsSpeechData: z.boolean(),
  /** Of the content: equal voices have equal ones, wherever they lie. */
  digest: z.string(),
})
/** With the name of its folder, which may be another than it was. */
export type VoiceRecord = z.infer<typeof VoiceRecord> & { id: string }

/** The records of the folders below `root`; null for a folder whose record cannot be read. */
export function readRecords(root: string): Map<string, VoiceRecord | null> {
  const records = new Map<string, VoiceRecord | null>()
  for (const name of readdirSync(root)) {
    if (name.startsWith('.') || !statSync(join(root, name)).isDirectory()) continue
    records.set(name, readRecord(join(root, name, recordName), name))
  }
  return records
}

function readRecord(path: string, id: string): VoiceRecord | null {
  try {
    const { success, data } = VoiceRecord.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return success ? { ...data, id } : null
  } catch {
    return null
  }
}

/** What of a file is looked at, at each end: models are large, and differ there. */
const edgeBytes = 64 * 1024

/** Digest and sizes of the files that are loaded. */
export async function digestVoice(
  folder: string,
  found: Pick<FoundVoice, 'family' | 'files'>,
): Promise<{ digest: string; sizes: Record<string, number> }> {
  const sizes: Record<string, number> = {}
  const parts = []
  for (const name of namesOf(found.files).sort()) {
    const path = join(folder, name)
    const { size } = await stat(path)
    sizes[name] = size
    parts.push({ size, edges: await digestEdges(path, size) })
  }
  return { digest: digestJson({ family: found.family, parts }), sizes }
}

async function digestEdges(path: string, size: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    for (const start of [0, Math.max(0, size - edgeBytes)]) {
      const bytes = Buffer.alloc(Math.min(edgeBytes, size))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
      hash.update(bytes.subarray(0, bytesRead))
    }
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}

/** Total bytes below a folder, and what is missing or of another size than it was. */
export async function lookOver(
  folder: string,
  record: VoiceRecord | null,
): Promise<{ bytes: number; fault: string | null }> {
  let bytes = 0
  for (const name of readdirSync(folder)) bytes += (await stat(join(folder, name))).size
  if (record === null) return { bytes, fault: 'its record is missing or cannot be read' }
  for (const [name, size] of Object.entries(record.sizes)) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found === null) return { bytes, fault: `${name} is missing` }
    if (found.size !== size) return { bytes, fault: `${name} has changed` }
  }
  return { bytes, fault: null }
}
