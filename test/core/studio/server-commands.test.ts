// server.* and voice.list through the studio: real servers in a folder, behind the contract.
import { afterEach, describe, expect, it } from 'vitest'
import { commands, type CommandName } from '../../../src/contract/index.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { newServer } from '../../../src/io/speech/server/new-server.ts'
import { createVoiceSources } from '../../../src/io/speech/voice-sources.ts'
import { openBareServer, sendJson } from '../../fixtures/bare-server.ts'
import { openServers, removeFolders } from '../../fixtures/open-servers.ts'
import { studioPorts } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  removeFolders()
})

const open = async () => {
  const servers = openServers(undefined, undefined, () => sources.changed())
  const sources = createVoiceSources([servers.providers])
  const { ports, options, logged } = studioPorts(createVirtualClock(), { servers, sources })
  const studio = await openStudio(ports, options)
  closing.push(servers.close, studio.close)
  let announced = 0
  studio.on('voices.changed', () => (announced += 1))
  const said: string[] = []
  const ask = async (name: CommandName, args: object) => {
    const reply = await studio.callUnchecked(name, args)
    said.push(JSON.stringify(reply))
    if (reply.ok) expect(commands[name].reply.parse(reply.value)).toEqual(reply.value)
    return reply
  }
  return { ask, said, logged, servers, announced: () => announced }
}

describe('a person’s server', () => {
  it('is saved, given a key, checked, listed, spoken of by its voices, and removed', async () => {
    const spoken = await openBareServer(({ path }, response) =>
      path.includes('voices')
        ? sendJson(response, 200, { voices: ['anna'] })
        : sendJson(response, 401, { error: { message: 'Incorrect API key: sk-planted-key-1234' } }),
    )
    closing.push(spoken.close)
    const { ask, said, logged, servers } = await open()
    const server = newServer({ id: 'box', kind: 'other', name: 'Box', addresses: [spoken.url] })
    await ask('server.save', { server })
    await ask('server.setKey', { id: 'box', key: 'sk-planted-key-1234' })
    expect(await ask('server.check', { id: 'box' })).toMatchObject({
      ok: true,
      value: { hasKey: true, check: { failure: { code: 'key-refused' } } },
    })
    expect(await ask('server.list', {})).toMatchObject({
      value: { servers: [{ server: { id: 'box' } }], keys: 'file' },
    })
    await ask('voice.list', { fresh: true })
    await ask('server.setKey', { id: 'Box!', key: 'sk-planted-key-1234' })
    await ask('server.setKey', { id: 'gone', key: 'sk-planted-key-1234' })
    const everything = [...said, ...logged, ...servers.logged, servers.written()].join('\n')
    expect(everything).not.toContain('planted')
    await ask('server.remove', { id: 'box' })
    expect(await ask('server.list', {})).toMatchObject({ value: { servers: [] } })
    expect(await ask('server.check', { id: 'box' })).toMatchObject({
      ok: false,
      failure: { code: 'not-found', params: { kind: 'server' } },
    })
  })

  it('begins with what is known of its kind', async () => {
    const { ask } = await open()
    const reply = await ask('server.list', {})
    const { presets } = commands['server.list'].reply.parse(reply.ok ? reply.value : null)
    expect(presets.find(({ kind }) => kind === 'openai')).toMatchObject({
      endsAt: '2027-01-06',
      needsKey: true,
      price: { currency: 'USD', asOf: '2026-11-20' },
    })
    expect(presets.find(({ kind }) => kind === 'kokoro-fastapi')?.address).toContain(':8880')
  })

  it('is announced to every page when it is saved, changed or removed, and not for being listed', async () => {
    const { ask, announced } = await open()
    const address = 'http://127.0.0.1:9'
    const server = newServer({ id: 'box', kind: 'other', name: 'Box', addresses: [address] })
    await ask('server.save', { server })
    expect(announced()).toBe(1)
    await ask('server.save', { server })
    await ask('server.list', {})
    await ask('voice.list', {})
    expect(announced()).toBe(1)
    await ask('server.setKey', { id: 'box', key: 'sk-any' })
    expect(announced()).toBe(2)
    await ask('server.remove', { id: 'box' })
    expect(announced()).toBe(3)
  })
})
