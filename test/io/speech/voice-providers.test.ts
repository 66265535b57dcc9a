// All providers through the suite that every one of them must pass.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeVoiceProvider } from '../../conformance/voice-provider.ts'
import { openEmbeddedVoices } from '../../fixtures/embedded-voices.ts'
import { createFakeVoice } from '../../fixtures/fake-voice.ts'
import { openServerProvider } from '../../fixtures/server-provider.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'
import { createSpeechServer } from '../../speech-server/speech-server.ts'

const embedded = (name: 'espeak' | 'flite', voiceId: string) => async () => {
  const voices = openEmbeddedVoices()
  const provider = voices.providers.find((candidate) => candidate.name === name)
  if (!provider) throw new Error(`${name} is embedded`)
  return { provider, voiceId, spool: voices.spool, close: () => voices.close() }
}

describeVoiceProvider('espeak-ng', embedded('espeak', 'espeak:gmw/en-US'))
describeVoiceProvider('flite', embedded('flite', 'flite:kal16'))
describeVoiceProvider('the fake voice', async () => {
  const clock = createVirtualClock()
  const spool = mkdtempSync(join(tmpdir(), 'lectern-spool-'))
  return {
    provider: createFakeVoice({ clock, spool }),
    voiceId: 'espeak:gmw/en-US',
    spool,
    drive: () => clock.advance(100),
    close: async () => rmSync(spool, { recursive: true, force: true }),
  }
})
describeVoiceProvider('a speech server at two addresses', async () => {
  const server = await createSpeechServer({ sound: 'tone' })
  const addresses = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${server.port}`)
  const { provider, spool, close } = openServerProvider(addresses, { model: 'normal' })
  return {
    provider,
    voiceId: 'box:alloy',
    spool,
    async close() {
      await close()
      await server.close()
    },
  }
})
