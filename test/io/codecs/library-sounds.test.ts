// Music and effects from a file that a person chose to the packets they are heard in.
import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wavHeader } from '../../../src/core/audio/wav-header.ts'
import { FailureError } from '../../../src/core/base/failure-error.ts'
import type { ChapterMusic } from '../../../src/core/master/cue-sound.ts'
import { layUnder } from '../../../src/core/master/lay-under.ts'
import { renderClips } from '../../../src/core/master/render-clips.ts'
import type { SoundLibrary } from '../../../src/core/ports/sound-library.ts'
import { encodePath } from '../../../src/io/codecs/made-files.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { openStoredSounds } from '../../../src/io/codecs/stored-sounds.ts'
import { openSoundLibrary } from '../../../src/io/sound-library.ts'
import { never, openCodecFolder, planOf, type CodecFolder } from './codec-folder.ts'
import { hasTool, run } from './reference-tools.ts'
import { bytesOf, syllables, wavFile } from './sounds.ts'

let opened: CodecFolder
let library: SoundLibrary
beforeAll(() => {
  opened = openCodecFolder()
  library = openSoundLibrary(opened.folder.sounds)
})
afterAll(() => opened.close())

const note = { name: 'Theme', licence: 'CC0' }
const nothing = () => {}
const bring = async (file: string, limit = 60) =>
  library.keep(await opened.codecs.prepareSound(file, limit, nothing, never), note, 1)
const failureOf = (error: unknown) => (error instanceof FailureError ? error.failure : error)

/** Two channels, the second one half as loud. */
function stereoWav(samples: Int16Array, sampleRate: number): Buffer {
  const both = new Int16Array(samples.length * 2)
  for (const [i, sample] of samples.entries()) {
    both[i * 2] = sample
    both[i * 2 + 1] = sample >> 1
  }
  const header = wavHeader({ sampleRate, channels: 2, samples: samples.length })
  return Buffer.concat([header, bytesOf(both)])
}

/** One channel of 32-bit floats. */
function floatWav(samples: Float32Array, sampleRate: number): Buffer {
  const header = Buffer.from(wavHeader({ sampleRate, channels: 2, samples: samples.length }))
  // As long as two channels of 16 bits: what else differs is the kind of number, and how many of them.
  header.writeUInt16LE(3, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt16LE(32, 34)
  return Buffer.concat([header, new Uint8Array(samples.buffer)])
}

describe('a sound that a person brings', () => {
  it('is mixed to one channel, measured and kept at its own rate', async () => {
    const samples = syllables(44_100 * 3 + 77, 44_100, 5)
    const sound = await bring(opened.spool('theme.wav', stereoWav(samples, 44_100)))
    expect(sound).toMatchObject({
      ...note,
      samples: samples.length,
      sampleRate: 44_100,
      addedAt: 1,
    })
    expect(sound.loudnessLufs).toBeLessThan(-10)
    const kept = new Int16Array(readFileSync(library.path(sound.id) ?? '').buffer.slice(44))
    for (const i of [1000, 50_000, samples.length - 1])
      expect(Math.abs((kept[i] ?? 0) - (samples[i] ?? 0) * 0.75)).toBeLessThanOrEqual(1)
    const peaks = (await library.peaks([sound.id])).get(sound.id)
    expect(peaks?.length).toBe(Math.ceil((samples.length / 44_100) * 100) * 2)
    // Brought again it is the same, and keeps what was noted of it.
    await library.note(sound.id, { name: 'Night theme', licence: 'CC0' })
    const again = await bring(opened.spool('theme.wav', stereoWav(samples, 44_100)))
    expect(again).toMatchObject({ id: sound.id, name: 'Night theme' })
    expect(openSoundLibrary(opened.folder.sounds).path(sound.id)).not.toBeNull()
    expect(await openSoundLibrary(opened.folder.sounds).list()).toEqual([again])
    await library.remove(sound.id)
    expect(await library.list()).toEqual([])
    expect(readdirSync(opened.folder.sounds)).toEqual(['library.json'])
  })

  it('that is too long, no sound or silent is refused by name, and leaves nothing', async () => {
    const long = opened.spool('long.wav', wavFile(syllables(24_000 * 4, 24_000, 1), 24_000))
    const text = opened.spool('text.mp3', Buffer.from('no sound at all'))
    const silent = opened.spool('silent.wav', wavFile(new Int16Array(24_000), 24_000))
    const cut = opened.spool('cut.wav', wavFile(syllables(24_000, 24_000, 1), 24_000))
    truncateSync(cut, 20)
    for (const [file, code] of [
      [long, 'sound-too-long'],
      [text, 'not-sound'],
      [silent, 'not-sound'],
      [cut, 'not-sound'],
      [join(opened.folder.spool, 'absent.wav'), 'file-missing'],
    ] as const) {
      const failure = await opened.codecs
        .prepareSound(file, 3, nothing, never)
        .then(() => null, failureOf)
      expect(failure).toMatchObject({ code })
    }
    expect(readdirSync(opened.folder.spool).filter((name) => name.startsWith('sound-'))).toEqual([])
  })

  it('leaves nothing when it is cancelled on its way', async () => {
    const long = opened.spool('hour.wav', wavFile(new Int16Array(24_000 * 600).fill(900), 24_000))
    const stop = new AbortController()
    // Told for the first time when something of it is written.
    const bringing = opened.codecs.prepareSound(long, 3600, () => stop.abort(), stop.signal)
    await expect(bringing).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(opened.folder.spool).filter((name) => name.startsWith('sound-'))).toEqual([])
    rmSync(long)
  })

  it('is measured as it is kept: floats beyond full scale clipped, and what is no number silent', async () => {
    const samples = Float32Array.from({ length: 48_000 }, (_, i) => 4 * Math.sin(i / 20))
    samples.set([Number.NaN, Infinity, -Infinity], 20_000)
    const sound = await bring(opened.spool('floats.wav', floatWav(samples, 48_000)))
    expect(sound.truePeakDb).toBeGreaterThan(-0.1)
    expect(sound.truePeakDb).toBeLessThan(2)
    expect(sound.loudnessLufs).toBeLessThan(0)
    expect(await openSoundLibrary(opened.folder.sounds).list()).toEqual([sound])
    await library.remove(sound.id)
  })

  it('is kept once when it is brought twice at once, and is another at another rate', async () => {
    const samples = syllables(24_000, 24_000, 3)
    const file = opened.spool('twice.wav', wavFile(samples, 24_000))
    const [one, two] = await Promise.all([bring(file), bring(file)])
    expect(one).toEqual(two)
    const slow = await bring(opened.spool('slow.wav', wavFile(samples, 12_000)))
    expect(slow.id).not.toBe(one.id)
    expect(await library.list()).toHaveLength(2)
    for (const { id } of [one, slow]) await library.remove(id)
  })

  it('is not in the library while its file is cut short or gone, and is there again when brought', async () => {
    const file = opened.spool('cut.wav', wavFile(syllables(24_000, 24_000, 6), 24_000))
    const sound = await bring(file)
    truncateSync(library.path(sound.id) ?? '', 9000)
    expect(await library.list()).toEqual([])
    expect(await bring(file)).toEqual(sound)
    expect(await library.list()).toEqual([sound])
    rmSync(library.path(sound.id) ?? '')
    expect(await library.list()).toEqual([])
    await library.remove(sound.id)
  })

  it('is still there when another entry of the list is damaged', async () => {
    const sound = await bring(
      opened.spool('kept.wav', wavFile(syllables(24_000, 24_000, 4), 24_000)),
    )
    const list = join(opened.folder.sounds, 'library.json')
    writeFileSync(list, JSON.stringify([{ ...sound, truePeakDb: null }, 7, sound]))
    expect(await openSoundLibrary(opened.folder.sounds).list()).toEqual([sound])
    await library.remove(sound.id)
  })

  it.runIf(hasTool('ffmpeg'))('is decoded from what people have', async () => {
    const file = opened.spool('tune.wav', wavFile(syllables(48_000 * 2, 48_000, 9), 48_000))
    for (const name of ['tune.mp3', 'tune.ogg', 'tune.m4a', 'tune.flac']) {
      const made = join(opened.folder.spool, name)
      run('ffmpeg', '-v', 'error', '-y', '-i', file, '-ac', '2', made)
      const { samples, sampleRate } = await bring(made)
      expect(Math.abs(samples / sampleRate - 2)).toBeLessThan(0.06)
    }
  })

  it('is heard in what is encoded, and missed by name when its file is gone', async () => {
    const samples = syllables(22_050 * 2, 22_050, 8)
    const sound = await bring(opened.spool('bed.wav', wavFile(samples, 22_050)))
    const takes = [await opened.speak(1, 31), await opened.speak(1.5, 32)]
    const plan = planOf('Bedded', takes)
    const { id: soundId, sampleRate } = sound
    const cue = {
      soundId,
      sampleRate,
      from: 0,
      to: samples.length,
      gainDb: -9,
      peakDb: -15,
      duckDb: 6,
    }
    const bed = [{ ...cue, fadeInMs: 100, fadeOutMs: 100, loop: true }]
    const music: ChapterMusic = { intro: [], outro: [], bed, at: new Map() }
    const groups = layUnder(plan.groups, music)
    const made = await opened.codecs.encode(groups, { codec: 'pcm' }, never)
    const file = readFileSync(encodePath(opened.folder, made.key))
    const stored = openStoredSounds(nativeEngine, opened.folder)
    const heard = groups.map((group) => renderClips(group, stored.loaderFor(group.clips)))
    expect(file.subarray(made.start)).toEqual(Buffer.concat(heard.map(bytesOf)))
    const plain = plan.groups.map((group) => renderClips(group, stored.loaderFor(group.clips)))
    expect(heard).not.toEqual(plain)
    await library.remove(sound.id)
    const later = groups.map((group) => ({ ...group, key: `${group.key}+` }))
    const failure = await opened.codecs
      .encode(later, { codec: 'pcm' }, never)
      .then(() => null, failureOf)
    expect(failure).toMatchObject({ code: 'sound-missing' })
  })
})
