// A computer for which the engine has no build, as Windows on arm64: its package is there, and does not load.
import { expect, test, vi } from 'vitest'
import { loadRecogniser, loadSherpa } from '../../../../src/io/speech/neural/sherpa.ts'
import { createSpeaker } from '../../../../src/io/speech/neural/speaker.ts'
import { createListener } from '../../../../src/io/transcriber/on-disk/listener.ts'

vi.mock('sherpa-onnx-node', () => {
  throw new Error('Could not find sherpa-onnx-node')
})

const missing = expect.objectContaining({
  failure: expect.objectContaining({
    code: 'neural-engine-missing',
    params: { machine: `${process.platform} ${process.arch}` },
  }),
})

test('says so of a voice and of a listener, and calls no model damaged', async () => {
  const speaker = createSpeaker({ spool: '', settings: {} as never }, loadSherpa)
  await expect(speaker.load({ voice: 'neural:alba' })).rejects.toEqual(missing)
  const wish = { number: 1, voice: 'neural:alba', spoken: [], speaker: 0, rate: 1, language: null }
  await expect(speaker.speak(wish)).rejects.toEqual(missing)
  const listener = createListener(
    { name: 'whisper', settings: {} as never, longestSeconds: 20 },
    { load: loadRecogniser, decode: async () => null },
  )
  await expect(listener.load()).rejects.toEqual(missing)
})
