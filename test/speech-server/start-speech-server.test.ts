// The speech server as a process: how it starts, what it tells, and that it always ends.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import { askSpeech, sentence, soundOf } from './ask-speech.ts'
import { startSpeechServer, type StartedSpeechServer } from './start-speech-server.ts'

let server: StartedSpeechServer | null = null
const start = async (...given: Parameters<typeof startSpeechServer>) =>
  (server = await startSpeechServer(...given))
afterEach(async () => {
  await server?.close()
  server = null
})

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const isAnswering = async (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/v1/models`).then(
    () => true,
    () => false,
  )
const file = (name: string) => join(import.meta.dirname, name)

describe('the speech server’s process', () => {
  it('speaks, is told what to do, and tells what it has seen', async () => {
    const { url, port, prepare, control, stats, reset } = await start()
    expect(url).toBe(`http://127.0.0.1:${port}/v1`)
    await prepare([sentence], 'nova')
    expect(soundOf(await askSpeech(port, { voice: 'nova' })).samples.length).toBeGreaterThan(50_000)
    await control('bad-key')
    expect((await askSpeech(port))?.status).toBe(401)
    expect((await stats()).requests.map(({ status }) => status)).toEqual([200, 401])
    await reset()
    expect((await stats()).requests).toEqual([])
    await expect(prepare([sentence], 'nobody')).rejects.toThrow('no voice nobody')
  })

  it('is not reached from outside', async () => {
    const { port } = await start({ sound: 'tone' })
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each?.family === 'IPv4' && !each.internal)
    for (const each of outside)
      await expect(fetch(`http://${each?.address}:${port}/v1/models`)).rejects.toThrow()
    expect(await isAnswering(port)).toBe(true)
  })

  it('takes the port it is given, and says when that is taken', async () => {
    const { port, close } = await start({ sound: 'tone' })
    await expect(startSpeechServer({ sound: 'tone', port })).rejects.toThrow('EADDRINUSE')
    await close()
    expect((await start({ sound: 'tone', port })).port).toBe(port)
  })

  it('ends when it is closed, also with somebody waiting', async () => {
    const { port, pid, stats, close } = await start({ sound: 'tone', profile: 'no-answer' })
    const waiting = askSpeech(port)
    await expect.poll(async () => (await stats()).underWay).toBe(1)
    await close()
    expect(await waiting).toBeNull()
    expect(isAlive(pid)).toBe(false)
    await close()
  })

  it('ends by itself when whoever started it is gone', async () => {
    const script = `
      import { startSpeechServer } from ${JSON.stringify(file('start-speech-server.ts'))}
      const { port, pid } = await startSpeechServer({ sound: 'tone' })
      console.log(JSON.stringify({ port, pid }))`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string]
    const { port, pid } = JSON.parse(line) as { port: number; pid: number }
    expect(await isAnswering(port)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })

  it('runs by hand, and prints where', async () => {
    const child = spawn(
      process.execPath,
      [file('serve.ts'), '--sound', 'tone', '--profile', 'latency', '--latency', '5'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const port = Number(/^http:\/\/127\.0\.0\.1:(\d+)\/v1$/.exec(line)?.[1])
    expect((await askSpeech(port))?.status).toBe(200)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('says which profiles there are when it is asked for another', async () => {
    const child = spawn(process.execPath, [file('serve.ts'), '--profile', 'kind'], {
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    expect(await once(child, 'close')).toEqual([2, null])
    expect(said).toContain('missing-tail: the last 2 s are missing')
  })
})
