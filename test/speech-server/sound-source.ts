// Where the speech server's sound comes from: espeak, kept in files once it has spoken; or a tone.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Voice } from '../../src/contract/index.ts'
import { readWavHeader } from '../../src/core/audio/read-wav-header.ts'
import { digestJson } from '../../src/core/base/digest.ts'
import { espeakVoices } from '../../src/io/speech/espeak-voices.ts'
import { fliteVoices } from '../../src/io/speech/flite-voices.ts'
import { openEmbeddedVoices } from '../fixtures/embedded-voices.ts'
import { toneOf, type Sound } from './tone.ts'

/** `voice` is the id of an embedded voice. */
export type Wish = { text: string; voice: string; rate: number }

export type SoundSource = {
  speak(wish: Wish): Promise<Sound>
  /** Ends the voices' process and removes what is the source's own. */
  close(): Promise<void>
}

export const embeddedVoices: readonly Voice[] = [...espeakVoices, ...fliteVoices]

export const toneSource: SoundSource = {
  speak: async (wish) => toneOf(wish),
  close: async () => {},
}

/** With a folder given, what is in it is used, and it stays. Speaks one text at a time. */
export function createVoiceSource(givenFolder?: string): SoundSource {
  const folder = givenFolder ?? mkdtempSync(join(tmpdir(), 'lectern-speech-server-'))
  mkdirSync(folder, { recursive: true })
  const voices = openEmbeddedVoices({ lanes: 1 })
  const remove = () => {
    rmSync(voices.spool, { recursive: true, force: true })
    if (givenFolder === undefined) rmSync(folder, { recursive: true, force: true })
  }
  // Also when the tests' process has gone and this one ends with it.
  process.on('exit', remove)
  const lifetime = new AbortController()
  const underWay = new Map<string, Promise<void>>()

  const speakInto = async (path: string, { text, voice: id, rate }: Wish) => {
    const voice = embeddedVoices.find((each) => each.id === id)
    const provider = voices.providers.find(({ name }) => name === voice?.provider)
    if (!voice || !provider) throw new Error(`${id} is an embedded voice`)
    const { file } = await provider.speak({ voice, spoken: [{ text }], rate }, lifetime.signal)
    // By way of a copy: the folder given may lie on another disk.
    const part = `${path}.${process.pid}`
    copyFileSync(file, part)
    renameSync(part, path)
    rmSync(file)
  }

  return {
    async speak(wish) {
      const path = join(folder, `${digestJson(wish)}.wav`)
      if (!existsSync(path)) {
        const speaking =
          underWay.get(path) ?? speakInto(path, wish).finally(() => underWay.delete(path))
        underWay.set(path, speaking)
        await speaking
      }
      const bytes = new Uint8Array(await readFile(path))
      const header = readWavHeader(bytes)
      if (!header) throw new Error('the embedded voices write WAV')
      const samples = new Int16Array(bytes.slice(header.dataOffset).buffer)
      return { samples, sampleRate: header.sampleRate }
    },
    async close() {
      lifetime.abort()
      await voices.close()
      process.off('exit', remove)
      remove()
    },
  }
}
