// All providers through the suite that every one of them must pass.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment } from '../../../src/io/environment.ts'
import { findProgram } from '../../../src/io/find-program.ts'
import type { EmbeddedName } from '../../../src/io/speech/embedded-name.ts'
import { describeVoiceProvider } from '../../conformance/voice-provider.ts'
import { openEmbeddedVoices } from '../../fixtures/embedded-voices.ts'
import { openNeuralVoices } from '../../fixtures/neural-voices.ts'
import { openSystemPrograms } from '../../fixtures/system-programs.ts'
import { createFakeVoice } from '../../fixtures/fake-voice.ts'
import { openServerProvider } from '../../fixtures/server-provider.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'
import { createSpeechServer } from '../../speech-server/speech-server.ts'

const embedded = (name: EmbeddedName, voiceId: string) => async () => {
  const voices = openEmbeddedVoices()
  const provider = voices.providers.find((candidate) => candidate.name === name)
  if (!provider) throw new Error(`${name} is embedded`)
  return { provider, voiceId, spool: voices.spool, close: () => voices.close() }
}

describeVoiceProvider('espeak-ng', embedded('espeak', 'espeak:gmw/en-US'))
describeVoiceProvider('flite', embedded('flite', 'flite:kal16'))
describeVoiceProvider('neural voices', async () => {
  const { add, provider, spool, close } = openNeuralVoices()
  await add('vits')
  return { provider, voiceId: 'neural:vits#1', spool, close }
})

const system = (platform: NodeJS.Platform, program: string, voiceId: string) => async () => {
  const programs = openSystemPrograms({ platform, programs: [program] })
  return { ...programs, voiceId }
}
describeVoiceProvider('macOS, on a stand-in', system('darwin', 'say', 'system:Albert'))
describeVoiceProvider(
  'Windows, on a stand-in',
  system('win32', 'powershell.exe', 'system:Microsoft David Desktop'),
)
describeVoiceProvider(
  'Linux, on a stand-in',
  system('linux', 'espeak-ng', 'system:espeak-ng/gmw/en-US'),
)
// The real one as well, where it is installed.
if (process.platform === 'linux' && (await findProgram('espeak-ng')) !== null)
  describeVoiceProvider('espeak-ng of this system', async () => ({
    ...openSystemPrograms({ programs: [], searchPath: environment('PATH') ?? '' }),
    voiceId: 'system:espeak-ng/gmw/en-US',
  }))

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
