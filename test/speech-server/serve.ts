// The speech server as a process: forked by start-speech-server.ts, or by hand:
// node test/speech-server/serve.ts --port 8123 --profile normal --latency 300
import { parseArgs } from 'node:util'
import { serve } from '../../src/io/process/serve.ts'
import { voiceListShapes, type SpeechServerOptions } from './options.ts'
import { isProfileName, profiles, type ProfileName } from './profiles.ts'
import { createSpeechServer, type SpeechServer } from './speech-server.ts'

/** Numbers from the command line; what is not given stays out. */
function readArguments(): SpeechServerOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      profile: { type: 'string', default: 'normal' },
      latency: { type: 'string' },
      times: { type: 'string' },
      width: { type: 'string' },
      rpm: { type: 'string' },
      sound: { type: 'string', default: 'voice' },
      voices: { type: 'string', default: 'strings' },
      'time-scale': { type: 'string', default: '1' },
    },
  })
  const { profile, sound } = values
  const voiceList = voiceListShapes.find((shape) => shape === values.voices)
  if (!isProfileName(profile))
    throw new Error(`Profiles:\n${profiles.map(({ name, does }) => `${name}: ${does}`).join('\n')}`)
  if (!voiceList) throw new Error(`Lists of voices: ${voiceListShapes.join(', ')}`)
  if (sound !== 'voice' && sound !== 'tone') throw new Error('Sounds: voice, tone')
  return {
    port: Number(values.port),
    profile,
    sound,
    voiceList,
    timeScale: Number(values['time-scale']),
    ...(values.latency === undefined ? {} : { latencyMs: Number(values.latency) }),
    ...(values.times === undefined ? {} : { times: Number(values.times) }),
    ...(values.width === undefined ? {} : { width: Number(values.width) }),
    ...(values.rpm === undefined ? {} : { requestsPerMinute: Number(values.rpm) }),
  }
}

async function serveByHand(): Promise<void> {
  const server = await createSpeechServer(readArguments())
  console.log(`http://127.0.0.1:${server.port}/v1`)
  const end = () => void server.close().then(() => process.exit(0))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

function serveParent(): void {
  let server: SpeechServer | null = null
  const running = (): SpeechServer => {
    if (!server) throw new Error('the speech server is open')
    return server
  }
  serve({
    async open(options: SpeechServerOptions) {
      server = await createSpeechServer(options)
      return server.port
    },
    prepare: ({ texts, voice }: { texts: string[]; voice?: string }) =>
      running().prepare(texts, voice),
    control: ({
      profile,
      options,
    }: {
      profile: ProfileName | null
      options: SpeechServerOptions
    }) => running().control(profile, options),
    stats: () => running().stats(),
    reset: () => running().reset(),
    close: () => running().close(),
  })
}

if (process.send) serveParent()
else
  await serveByHand().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  })
