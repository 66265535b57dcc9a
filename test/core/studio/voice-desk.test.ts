// The list of all voices: no source that fails or is slow keeps the others from it.
import { describe, expect, it } from 'vitest'
import type { Voice } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { createScope } from '../../../src/core/base/scope.ts'
import type { VoiceProvider, VoiceSources } from '../../../src/core/ports/speech.ts'
import { createVoiceDesk } from '../../../src/core/studio/voice-desk.ts'
import { createVoiceSources } from '../../../src/io/speech/voice-sources.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { plainVoice, voiceOf } from '../../fixtures/studio-ports.ts'
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

function desk(...providers: VoiceProvider[]) {
  let all = providers
  const clock = createVirtualClock()
  const sources: VoiceSources & { changed(): void } = createVoiceSources([() => all])
  const scope = createScope()
  return {
    clock,
    desk: createVoiceDesk({ sources, clock, scope, log: silentLog }),
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

  it('for a new book is one that is here and costs nothing, whoever else speaks its language', async () => {
    const japanese = box(async () => [served('a', 'ja')])
    const { desk: voices } = desk(japanese, embedded)
    expect(await voices.initialFor('ja')).toBe('espeak:gmw/en-US')
    expect(await voices.initialFor('en')).toBe('espeak:plain')
  })
})
