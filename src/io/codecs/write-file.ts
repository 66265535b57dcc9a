// Packets → the finished file: copied, never encoded again; beside its target, synced, not yet named.
import { closeSync, existsSync, fsyncSync, openSync, readSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { fail } from '../../core/base/failure-error.ts'
import type { FileLayout, PieceCopy } from '../../core/export/file-layout.ts'
import { layOutFile } from '../../core/export/lay-out-file.ts'
import type { ExportRequest } from '../../core/ports/codecs.ts'
import type { DataFolder } from '../data-folder.ts'
import { engineVersions } from './engine-versions.ts'
import { fsFailure } from './fs-failure.ts'
import { encodePath, writeAll } from './made-files.ts'
import { type PacketFile, readPacketFile } from './packet-file.ts'
import { partPath } from './part-files.ts'

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
  const pieces = piecesOf(folder, request)
  const layout = layOut(pieces, request)
  const part = partPath(request.target, writing)
  try {
    const file = openSync(part, 'w')
    try {
      writeAll(file, layout.head)
      copyAll({ folder, target: file, pieces }, layout, onProgress)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    // Where its folder is none, removing would fail too, and hide why.
    if (existsSync(part)) rmSync(part, { force: true })
    throw fsFailure(error, dirname(request.target))
  }
  return { part, bytes: layout.bytes, durationSeconds: layout.durationSeconds }
}

/** A piece of the book, and where its packets lie. */
type StoredPiece = PacketFile & { key: string }

/** Those that have sound. */
function piecesOf(folder: DataFolder, { chapters }: ExportRequest): StoredPiece[] {
  return chapters
    .flatMap(({ pieces }) => pieces)
    .filter(({ samples }) => samples > 0)
    .map(({ key }) => ({ key, ...packetsOf(folder, key) }))
}

function layOut(pieces: readonly StoredPiece[], request: ExportRequest): FileLayout {
  if (pieces.length === 0) throw fail('nothing-to-speak')
  checkEngines(pieces)
  const { format, chapters, tags, cover, encoding } = request
  const file = {
    ...{ tags, cover },
    pieces: pieces.map(({ header, sizes }) => ({
      ...header,
      sizes,
      config: Buffer.from(header.config, 'base64'),
    })),
    chapters: chapters.map((chapter) => ({
      title: chapter.title,
      pieces: chapter.pieces.filter(({ samples }) => samples > 0).length,
    })),
  }
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return layOutFile(format, file, {
    base64,
    quality: 'quality' in encoding ? encoding.quality : null,
  })
}

/**
 * Frames of two engines do not meet without a seam. They can be here only where the native codecs loaded
 * when the first pieces were made and not when the last were: making them again helps.
 */
function checkEngines(pieces: readonly StoredPiece[]): void {
  const engines = new Set(pieces.map(({ header }) => header.engine ?? engineVersions.native))
  if (engines.size > 1)
    throw fail('codec-failed', { stage: 'packets' }, `pieces of ${[...engines].join(' and ')}`)
}

type Writing = { folder: DataFolder; target: number; pieces: readonly StoredPiece[] }

function copyAll(
  writing: Writing,
  { copies, bytes, head }: FileLayout,
  onProgress: (fraction: number) => void,
): void {
  const buffer = Buffer.allocUnsafeSlow(bufferBytes)
  let done = head.length
  let told = 0
  for (const copy of copies) {
    if (copy.turn) writeTurned(writing, copy.piece, copy.turn)
    else copyOne(writing, copy, buffer)
    done += copy.length
    if (done - told < bytes / 100) continue
    told = done
    onProgress(done / bytes)
  }
}

function copyOne({ folder, target, pieces }: Writing, copy: PieceCopy, buffer: Buffer): void {
  const { key, header, dataStart } = pieces[copy.piece] as StoredPiece
  const source = openPackets(folder, key)
  try {
    let checksum = 0
    for (let at = 0; at < header.bytes;) {
      const wanted = Math.min(buffer.length, header.bytes - at)
      const read = readSync(source, buffer, 0, wanted, dataStart + at)
      if (read === 0) throw lost(folder, key)
      const bytes = buffer.subarray(0, read)
      checksum = crc32(bytes, checksum)
      // The last packet of a group may stay behind (core/export/packet-layout.ts), checked all the same.
      if (at < copy.length) writeAll(target, bytes.subarray(0, copy.length - at))
      at += read
    }
    if (checksum !== header.crc32) throw lost(folder, key)
  } finally {
    closeSync(source)
  }
}

/** A group, or a chapter of small packets: it fits into memory. */
function writeTurned(
  { folder, target, pieces }: Writing,
  piece: number,
  turn: (packets: Uint8Array) => Iterable<Uint8Array>,
): void {
  const { key, header, dataStart } = pieces[piece] as StoredPiece
  const source = openPackets(folder, key)
  try {
    const packets = Buffer.allocUnsafe(header.bytes)
    if (readSync(source, packets, 0, header.bytes, dataStart) !== header.bytes)
      throw lost(folder, key)
    if (crc32(packets) !== header.crc32) throw lost(folder, key)
    const turned: Uint8Array[] = []
    for (const bytes of turn(packets)) turned.push(bytes)
    writeAll(target, Buffer.concat(turned))
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
