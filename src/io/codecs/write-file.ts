// Packets → the finished file: copied, never encoded again; beside its target, synced, not yet named.
import { closeSync, fsyncSync, openSync, readSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { wavHeader } from '../../core/audio/wav-header.ts'
import { fail } from '../../core/base/failure-error.ts'
import { layOutM4b } from '../../core/export/m4b.ts'
import type { EncodedGroup, ExportRequest } from '../../core/ports/codecs.ts'
import type { DataFolder } from '../data-folder.ts'
import { groupQuantum } from '../../contract/index.ts'
import { fsFailure } from './fs-failure.ts'
import { encodePath, writeAll } from './made-files.ts'
import { type PacketFile, readPacketFile } from './packet-file.ts'
import { partPath } from './part-files.ts'

/** A stretch of a packet file to copy. `checked`: bytes from `start` that the checksum is of. */
type Copy = {
  key: string
  start: number
  length: number
  checked: { bytes: number; crc32: number }
}
type Layout = { head: Uint8Array; copies: Copy[]; bytes: number; durationSeconds: number }

const bufferBytes = 1024 * 1024

/** A part that is whole: all that is left is to rename it, which nobody does who was cancelled. */
export type WrittenPart = { part: string; bytes: number; durationSeconds: number }

/**
 * Writes the file. Memory does not grow with the book except for four bytes a packet. Fails with
 * `disk-full`, `target-missing`, `folder-not-writable`, and with `codec-failed` when packets are
 * missing or damaged: these are dropped then, so that encoding them again helps.
 */
export function writeFinishedFile(
  folder: DataFolder,
  { request, writing }: { request: ExportRequest; writing: string },
  onProgress: (fraction: number) => void,
): WrittenPart {
  const layout = request.format === 'm4b' ? layOutBook(folder, request) : layOutWav(folder, request)
  const part = partPath(request.target, writing)
  try {
    const file = openSync(part, 'w')
    try {
      writeAll(file, layout.head)
      copyAll(folder, file, layout, onProgress)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    rmSync(part, { force: true })
    throw fsFailure(error, dirname(request.target))
  }
  return { part, bytes: layout.bytes, durationSeconds: layout.durationSeconds }
}

function layOutBook(folder: DataFolder, request: ExportRequest): Layout {
  const groups = groupsOf(request)
  const files = groups.map(({ key }) => packetsOf(folder, key))
  const first = files.find(({ header }) => header.samples > 0)?.header
  if (!first) throw fail('nothing-to-speak')
  const { head, ranges, bytes, durationSeconds } = layOutM4b({
    sampleRate: first.sampleRate,
    frameSamples: groupQuantum,
    primingSamples: first.primingSamples,
    config: Buffer.from(first.config, 'base64'),
    groups: files.map(({ header, sizes }) => ({ sizes, samples: header.samples })),
    chapters: request.chapters,
    tags: request.tags,
    cover: request.cover,
  })
  const copies = ranges.map(({ group, length }) => {
    const { key } = groups[group] as EncodedGroup
    return copyOf(key, files[group] as PacketFile, length)
  })
  return { head, copies, bytes, durationSeconds }
}

function layOutWav(folder: DataFolder, request: ExportRequest): Layout {
  const groups = groupsOf(request)
  const files = groups.map(({ key }) => packetsOf(folder, key))
  const sampleRate = files[0]?.header.sampleRate
  if (sampleRate === undefined) throw fail('nothing-to-speak')
  const samples = groups.reduce((sum, group) => sum + group.samples, 0)
  const head = wavHeader({ sampleRate, channels: 1, samples })
  const copies = groups.map(({ key, bytes }, at) => copyOf(key, files[at] as PacketFile, bytes))
  return { head, copies, bytes: head.length + samples * 2, durationSeconds: samples / sampleRate }
}

const copyOf = (key: string, { header, dataStart }: PacketFile, length: number): Copy => ({
  ...{ key, start: dataStart, length },
  checked: { bytes: header.bytes, crc32: header.crc32 },
})

const groupsOf = (request: ExportRequest): EncodedGroup[] =>
  request.chapters.flatMap(({ groups }) => groups)

function copyAll(
  folder: DataFolder,
  target: number,
  { copies, bytes, head }: Layout,
  onProgress: (fraction: number) => void,
): void {
  const buffer = Buffer.allocUnsafeSlow(bufferBytes)
  let done = head.length
  let told = 0
  for (const copy of copies) {
    copyOne(folder, target, copy, buffer)
    done += copy.length
    if (done - told < bytes / 100) continue
    told = done
    onProgress(done / bytes)
  }
}

function copyOne(folder: DataFolder, target: number, copy: Copy, buffer: Buffer): void {
  const source = openPackets(folder, copy.key)
  try {
    const end = copy.checked.bytes
    let checksum = 0
    for (let at = 0; at < end;) {
      const read = readSync(source, buffer, 0, Math.min(buffer.length, end - at), copy.start + at)
      if (read === 0) throw lost(folder, copy.key)
      const bytes = buffer.subarray(0, read)
      checksum = crc32(bytes, checksum)
      // The last packet of a group may stay behind (core/export/packet-layout.ts), checked all the same.
      if (at < copy.length) writeAll(target, bytes.subarray(0, copy.length - at))
      at += read
    }
    if (checksum !== copy.checked.crc32) throw lost(folder, copy.key)
  } finally {
    closeSync(source)
  }
}

function openPackets(folder: DataFolder, key: string): number {
  try {
    return openSync(encodePath(folder, key), 'r')
  } catch (error) {
    // Dropped by a sweep meanwhile: that is not the target's folder missing.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw lost(folder, key)
    throw error
  }
}

function packetsOf(folder: DataFolder, key: string): PacketFile {
  const file = readPacketFile(encodePath(folder, key))
  if (!file) throw lost(folder, key)
  return file
}

/** The packets are gone or not what they were: forgotten, so that they are made again. */
function lost(folder: DataFolder, key: string): Error {
  rmSync(encodePath(folder, key), { force: true })
  return fail('codec-failed', { stage: 'packets' }, `encoded group ${key} is missing or damaged`)
}
