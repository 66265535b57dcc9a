// The list of all voices: no source that fails or is slow keeps the others from it.
import { describe, expect, it } from 'vitest'
import {
  SpeechServer,
  type Failure,
  type Price,
  type ServerView,
  type Voice,
} from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { createScope } from '../../../src/core/base/scope.ts'
import type { VoiceProvider, VoiceSources } from '../../../src/core/ports/speech.ts'
import { createMeasures } from '../../../src/core/studio/watch/measures.ts'
import { createVoiceDesk } from '../../../src/core/studio/voices/voice-desk.ts'
import { newServer } from '../../../src/io/speech/server/new-server.ts'
import { createVoiceSources } from '../../../src/io/speech/voice-sources.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { plainVoice, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const embedded = voiceOf(async () => ({ file: 'x' }))
const served = (name: string, language = 'en'): Voice => ({
  ...plainVoice,
  id: `box:${name}`,
  provider: 'box',
  kind: 'server',
  name,
  languages: [language],
})
const box = (
  voices: VoiceProvider['voices'],
  more: Partial<VoiceProvider> = {},
): VoiceProvider => ({
  ...embedded,
  name: 'box',
  label: 'Box',
  endpointId: 'box/m/wav',
  capabilities: { ...embedded.capabilities, kind: 'server', offline: false },
  voices,
  ...more,
})
const price = { perMillionCharacters: 15, currency: 'USD', asOf: '2026-11-20', source: 'x' }

const desk = (...providers: VoiceProvider[]) => deskWith({}, ...providers)

function deskWith(
  given: { servers?: readonly ServerView[]; unattended?: boolean },
  ...providers: VoiceProvider[]
) {
  let all = providers
  const clock = createVirtualClock()
  const { ports: plain, options: usual } = studioPorts(clock, {})
  const { servers: views = [], unattended = false } = given
  const ports = { ...plain, servers: { ...plain.servers, list: async () => [...views] } }
  const options = { ...usual, unattended }
  const sources: VoiceSources & { changed(): void } = createVoiceSources([() => all])
  const scope = createScope()
  return {
    clock,
    desk: createVoiceDesk({
      ...ports,
      ...{ sources, options, clock, scope, log: silentLog },
      measures: createMeasures({ ...ports, clock }),
    }),
    become(...others: VoiceProvider[]) {
      all = others
      sources.changed()
    },
  }
}
const idsOf = (voices: readonly Voice[]) => voices.map(({ id }) => id)

describe('the list of voices', () => {
  it('names every source, and whether it is paid', async () => {
    const paid = { ...box(async () => [served('a')]).capabilities, price }
    const { voices, sources } = await desk(
      embedded,
      box(async () => [served('a')], { capabilities: paid, voicesAge: () => 90 }),
    ).desk.list()
    expect(idsOf(voices)).toEqual(['espeak:plain', 'box:a'])
    expect(sources).toEqual([
      { name: 'espeak', label: 'Plain', kind: 'embedded', paid: false, ageSeconds: null },
      { name: 'box', label: 'Box', kind: 'server', paid: true, ageSeconds: 90 },
    ])
  })

  it('holds the others when one fails, and says why', async () => {
    const failing = box(async () => Promise.reject(fail('server-unreachable', { server: 'Box' })))
    const { voices, sources } = await desk(failing, embedded).desk.list()
    expect(idsOf(voices)).toEqual(['espeak:plain'])
    expect(sources[0]?.failure?.code).toBe('server-unreachable')
  })

  it('waits three seconds for a slow one, which is there the next time', async () => {
    const slow = Promise.withResolvers<Voice[]>()
    const { desk: voices, clock } = desk(
      embedded,
      box(() => slow.promise),
    )
    const listing = voices.list()
    await clock.advance(2999)
    let isListed = false
    void listing.then(() => (isListed = true))
    await clock.advance(0)
    expect(isListed).toBe(false)
    await clock.advance(1)
    expect(idsOf((await listing).voices)).toEqual(['espeak:plain'])
    slow.resolve([served('a')])
    expect(idsOf((await voices.list()).voices)).toEqual(['espeak:plain', 'box:a'])
  })

  it('keeps what a source listed last, when it fails then', async () => {
    let isUp = true
    const { desk: voices } = desk(
      box(async () =>
        isUp ? [served('a')] : Promise.reject(fail('server-unreachable', { server: 'Box' })),
      ),
    )
    await voices.list()
    isUp = false
    expect(idsOf((await voices.list()).voices)).toEqual(['box:a'])
    expect((await voices.find('box:a')).provider.name).toBe('box')
  })

  it('asks for fresh lists only when told to', async () => {
    const wishes: (boolean | undefined)[] = []
    const { desk: voices } = desk(
      box(async (_, options) => {
        wishes.push(options?.fresh)
        return []
      }),
    )
    await voices.list()
    await voices.list(true)
    expect(wishes).toEqual([false, true])
  })

  it('is another one when the sources change', async () => {
    const { desk: voices, become } = desk(box(async () => [served('a')]))
    await voices.list()
    become(box(async () => [served('b')], { endpointId: 'box/other' }))
    await expect(voices.find('box:a')).rejects.toMatchObject({ failure: { code: 'voice-unknown' } })
    expect((await voices.find('box:b')).provider.endpointId).toBe('box/other')
    expect(voices.endpointOf('box:b')).toBe('box/other')
    expect(voices.endpointOf('lost:b')).toBe('gone')
  })
})

describe('a voice', () => {
  it('is found without asking any other source', async () => {
    const silent = box(() => new Promise(() => {}))
    const { voice } = await desk(silent, embedded).desk.find('espeak:plain')
    expect(voice).toEqual(plainVoice)
  })

  it('of a source that cannot be asked fails with the reason, not as unknown', async () => {
    const failing = box(async () => Promise.reject(fail('server-unreachable', { server: 'Box' })))
    await expect(desk(failing).desk.find('box:a')).rejects.toMatchObject({
      failure: { code: 'server-unreachable' },
    })
  })
})

describe('the voice of a new book', () => {
  const box1 = (more: Partial<VoiceProvider> = {}) => box(async () => [served('a')], more)
  const neural: VoiceProvider = {
    ...box(async () => [{ ...served('n'), id: 'neural:n', provider: 'neural', kind: 'neural' }]),
    name: 'neural',
    capabilities: { ...embedded.capabilities, kind: 'neural' },
  }
  const paidBox = box1({ capabilities: { ...box1().capabilities, price } })
  const viewOf = (given: Partial<ServerView> & { price?: Price }): ServerView => ({
    server: SpeechServer.parse({
      ...newServer({ id: 'box', kind: 'other', name: 'Box', addresses: ['http://127.0.0.1:1'] }),
      price: given.price ?? null,
    }),
    hasKey: false,
    fixed: false,
    check: null,
    ...given,
  })
  const checkedWith = (failure: Failure): Partial<ServerView> => ({
    check: {
      at: 0,
      failure,
      latencyMs: null,
      format: null,
      sampleRate: null,
      models: [],
      voices: [],
    },
  })

  it('is a server’s where one answers, and ours where it does not', async () => {
    expect(await desk(embedded, neural, box1()).desk.initialFor('en')).toBe('box:a')
    const down = box(async () => Promise.reject(fail('server-unreachable', { server: 'Box' })))
    expect(await desk(embedded, neural, down).desk.initialFor('en')).toBe('neural:n')
    // It has an old list, or what the person typed, but nobody is there.
    const old = box1({ isSilent: () => true })
    expect(await desk(embedded, old).desk.initialFor('en')).toBe('espeak:plain')
  })

  it('waits for a silent server no longer than the list does, and asks it anew', async () => {
    const { desk: voices, clock } = desk(
      embedded,
      box(() => new Promise(() => {})),
    )
    const choosing = voices.initialFor('en')
    await clock.advance(3000)
    expect(await choosing).toBe('espeak:plain')
    const wishes: (boolean | undefined)[] = []
    const asked = box(async (_, options) => {
      wishes.push(options?.fresh)
      return []
    })
    await desk(asked).desk.initialFor('en')
    expect(wishes).toEqual([true])
  })

  it('is a paid server’s only where the person has set it up and can be asked', async () => {
    const choose = (view: ServerView, unattended = false) =>
      deskWith({ servers: [view], unattended }, embedded, paidBox).desk.initialFor('en')
    expect(await choose(viewOf({ price }))).toBe('box:a')
    expect(await choose(viewOf({ price, fixed: true }))).toBe('espeak:plain')
    expect(await choose(viewOf({ price }), true)).toBe('espeak:plain')
  })

  it('is not of a server whose last test failed for what only a person can mend', async () => {
    const choose = (failure: Failure) =>
      deskWith({ servers: [viewOf(checkedWith(failure))] }, embedded, box1()).desk.initialFor('en')
    expect(await choose(fail('key-refused', { server: 'Box' }).failure)).toBe('espeak:plain')
    expect(await choose(fail('server-busy', { server: 'Box', seconds: 1 }).failure)).toBe('box:a')
  })

  it('is one of the disk, where nobody is to be asked', async () => {
    const asked: string[] = []
    const never = box(async () => {
      asked.push('box')
      return [served('a')]
    })
    expect(await desk(embedded, never).desk.initialFor('en', 'disk')).toBe('espeak:plain')
    expect(await desk(embedded, neural, never).desk.initialFor('en', 'disk')).toBe('neural:n')
    expect(asked).toEqual([])
  })
})
