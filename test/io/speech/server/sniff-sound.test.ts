// What sound is by its first bytes, and what only looks like it.
import { describe, expect, it } from 'vitest'
import { sniffSound } from '../../../../src/io/speech/server/sniff-sound.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
/** 64 kbit/s at 24 kHz: 192 bytes. */
const mp3Frame = bytes(
  [0xff, 0xf3, 0x84, 0xc4],
  Array.from({ length: 188 }, () => 0x55),
)
const adtsFrame = bytes(
  [0xff, 0xf1, 0x58, 0x40, 0x02, 0x1f, 0xfc],
  Array.from({ length: 9 }, () => 1),
)

describe('the first bytes', () => {
  it.each([
    ['wav', bytes('RIFF', [255, 255, 255, 255], 'WAVEfmt ')],
    ['flac', bytes('fLaC', [0, 0])],
    ['ogg', bytes('OggS')],
    ['mp3', bytes('ID3', [4, 0])],
    ['mp3', Buffer.concat([mp3Frame, mp3Frame])],
    ['mp3', mp3Frame],
    ['aac', Buffer.concat([adtsFrame, adtsFrame])],
    [null, bytes('RIFF', [0, 0, 0, 0], 'AVI ')],
    [null, bytes('{"error":1}')],
    [null, bytes('<!doctype html>')],
    [null, bytes([])],
    [null, bytes(Array.from({ length: 400 }, () => 0xff))],
    [null, Buffer.concat([mp3Frame, bytes([1, 2, 3, 4])])],
  ])('tell %s', (kind, head) => expect(sniffSound(head)).toBe(kind))
})
