// Adding, listing, removing and downloading neural voices.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { NeuralProgress } from '../../../../src/contract/index.ts'
import type { OfferedVoice } from '../../../../src/io/speech/neural/voice-offers.ts'
import { voiceOffers } from '../../../../src/io/speech/neural/voice-offers.ts'
import { NeuralOffer, NeuralVoice } from '../../../../src/contract/index.ts'
import { openFileServer, type FileServer } from '../../../fixtures/file-server.ts'
import { openNeuralVoices, type OpenedNeuralVoices } from '../../../fixtures/neural-voices.ts'
import { tinyVoiceFiles, vitsMetadata } from '../../../fixtures/tiny-voices.ts'

let opened: OpenedNeuralVoices | null = null
let server: FileServer | null = null
const open = (options: Parameters<typeof openNeuralVoices>[0] = {}) =>
  (opened = openNeuralVoices(options))
afterEach(async () => {
  await opened?.close()
  await server?.close()
  opened = server = null
})

/** What lies in the folder of voices, but for what all of them share. */
const contents = ({ root }: OpenedNeuralVoices): string[] =>
  readdirSync(root).filter((name) => name !== '.shared')

describe('the library of voices', () => {
  it('adds a voice from its folder, and says all that is known of it', async () => {
    const neural = open()
    const progress: NeuralProgress[] = []
    const folder = neural.outside('vits-tiny', tinyVoiceFiles('vits'))
    const added = await neural.library.add(folder, { onProgress: (each) => progress.push(each) })
    expect(added).toMatchObject({
      id: 'vits-tiny',
      label: 'Tiny, English',
      family: 'vits',
      languages: ['en'],
      speakers: ['', '', ''],
      sampleRate: 16_000,
      licence: 'CC0',
      source: 'https://voices.example/tiny',
      state: { kind: 'ready' },
    })
    expect(added.bytes).toBeGreaterThan(1000)
    expect(await neural.library.list()).toEqual([NeuralVoice.parse(added)])
    expect(contents(neural)).toEqual(['vits-tiny'])
    expect(readdirSync(folder).sort()).toEqual(['MODEL_CARD', 'model.onnx', 'tokens.txt'])
    const copied = progress.filter(({ stage }) => stage === 'copying').at(-1)
    expect(copied?.doneBytes).toBe(copied?.totalBytes)
    expect(progress.at(-1)?.stage).toBe('checking')
  })

  it('adds a raw voice of Piper with what it lacks, and leaves the original alone', async () => {
    const neural = open()
    const files = tinyVoiceFiles('piper')
    const folder = neural.outside('drop', files)
    const added = await neural.library.add(join(folder, 'en_US-tiny-low.onnx.json'))
    expect(added).toMatchObject({ id: 'en_us-tiny-low', family: 'piper', languages: ['en-US'] })
    const at = (name: string) => readFileSync(join(neural.root, added.id, name))
    const model = files['en_US-tiny-low.onnx'] as Uint8Array
    expect(at('en_US-tiny-low.onnx').subarray(0, model.length).equals(model)).toBe(true)
    expect(at('en_US-tiny-low.onnx').includes('sample_rate')).toBe(true)
    expect(at('tokens.txt').toString()).toContain('_ 0\n^ 1\n$ 2\n')
    expect(readFileSync(join(folder, 'en_US-tiny-low.onnx')).equals(model)).toBe(true)
  })

  it('answers with the voice that is there when it is added again, and keeps namesakes apart', async () => {
    const neural = open()
    const first = await neural.add('kitten', 'same')
    expect(await neural.library.add(neural.outside('copy', tinyVoiceFiles('kitten')))).toEqual(
      first,
    )
    const other = tinyVoiceFiles('vits')
    rmSync(join(neural.outside('same', {}), 'voices.bin'))
    expect((await neural.library.add(neural.outside('same', other))).id).toBe('same-2')
    expect(contents(neural).sort()).toEqual(['same', 'same-2'])
  })

  it('is the same after a restart, and without what a crash has left', async () => {
    const neural = open()
    const added = await neural.add('kokoro')
    const listed = await neural.provider.voices(new AbortController().signal)
    mkdirSync(join(neural.root, '.incoming-dead'))
    const again = openNeuralVoices({ root: neural.root })
    try {
      expect(await again.library.list()).toEqual([added])
      expect(await again.provider.voices(new AbortController().signal)).toEqual(listed)
      expect(again.provider.endpointOf?.('neural:kokoro#0')).toBe(
        neural.provider.endpointOf?.('neural:kokoro#0'),
      )
      expect(contents(neural)).toEqual(['kokoro'])
    } finally {
      await again.close()
    }
  })

  it('removes a voice, also one that is loaded', async () => {
    const neural = open()
    await neural.add('vits')
    await neural.speak('vits#0', 'ab')
    await neural.library.remove('vits')
    expect(contents(neural)).toEqual([])
    expect(neural.pids).toEqual([])
    expect(await neural.provider.voices(new AbortController().signal)).toEqual([])
    await expect(neural.library.remove('vits')).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
  })

  it.each([
    ['tokens.txt is missing', 'tokens.txt', null],
    ['tokens.txt has changed', 'tokens.txt', 'a 1\n'],
    ['its record is missing or cannot be read', 'lectern-voice.json', '{'],
  ])('lists a voice as damaged until it is added again: %s', async (reason, name, content) => {
    const neural = open()
    await neural.add('vits')
    const path = join(neural.root, 'vits', name)
    if (content === null) rmSync(path)
    else writeFileSync(path, content)
    const again = openNeuralVoices({ root: neural.root })
    try {
      expect(await again.library.list()).toMatchObject([{ state: { kind: 'damaged', reason } }])
      expect(await again.provider.voices(new AbortController().signal)).toEqual([])
      // Adding it again mends it.
      expect(await again.add('vits')).toMatchObject({ id: 'vits', state: { kind: 'ready' } })
      expect(await again.library.list()).toHaveLength(1)
      expect(existsSync((await again.speak('vits#0', 'ab')).file)).toBe(true)
      await again.library.remove('vits')
    } finally {
      await again.close()
    }
  })

  const vits = tinyVoiceFiles('vits')
  it.each([
    ...Object.keys(vitsMetadata)
      .filter((key) => ['sample_rate', 'n_speakers', 'language', 'comment'].includes(key))
      .map((key) => [`a model without ${key}`, tinyVoiceFiles('vits', key)] as const),
    ['a garbage model', { ...vits, 'model.onnx': Buffer.alloc(5000, 'garbage ') }],
    ['a garbage graph', { ...vits, 'model.onnx': garbageGraph(vits['model.onnx'] as Uint8Array) }],
    [
      'half a model',
      { ...vits, 'model.onnx': (vits['model.onnx'] as Uint8Array).subarray(0, 999) },
    ],
    ['wrong tokens', { ...vits, 'tokens.txt': 'one two three\n' }],
    ['no tokens', { 'model.onnx': vits['model.onnx'] as Uint8Array, 'tokens.txt': '' }],
  ] as const)('refuses %s, and leaves nothing of it', async (_, files) => {
    const neural = open()
    await expect(neural.library.add(neural.outside('bad', { ...files }))).rejects.toMatchObject({
      failure: { code: 'voice-damaged', params: { voice: 'bad', reason: expect.any(String) } },
    })
    expect(contents(neural)).toEqual([])
    await neural.add('vits')
  })

  it('says so when its folder lies too deep for the engine', async () => {
    const neural = open()
    const root = join(neural.root, 'a'.repeat(120), 'b'.repeat(120))
    mkdirSync(root, { recursive: true })
    const deep = openNeuralVoices({ root })
    try {
      await expect(deep.add('piper')).rejects.toMatchObject({
        failure: { code: 'voice-damaged', params: { reason: expect.stringContaining('too long') } },
      })
      expect((await deep.add('vits')).state.kind).toBe('ready')
    } finally {
      await deep.close()
    }
  })

  it('leaves nothing of a voice whose adding is cancelled', async () => {
    const neural = open()
    const folder = neural.outside('vits', tinyVoiceFiles('vits'))
    for (const stage of ['copying', 'checking'] as const) {
      const controller = new AbortController()
      const onProgress = (progress: NeuralProgress) => {
        if (progress.stage === stage) controller.abort()
      }
      await expect(
        neural.library.add(folder, { onProgress, signal: controller.signal }),
      ).rejects.toMatchObject({ name: 'AbortError' })
      expect(contents(neural)).toEqual([])
    }
  })

  it('says so when its folder cannot be written', async () => {
    const neural = open()
    rmSync(neural.root, { recursive: true })
    writeFileSync(neural.root, 'no folder')
    await expect(neural.add('vits')).rejects.toMatchObject({
      failure: { code: 'target-missing', params: { folder: neural.root } },
    })
  })
})

it('the library tells whenever its list has changed, until nobody listens', async () => {
  const neural = open()
  const lists: string[][] = []
  const listen = () => void lists.push(neural.library.ready().map(({ id }) => id))
  const stop = neural.library.onChange(listen)
  await neural.add('vits')
  neural.library.markDamaged('vits', 'the engine stopped 3 times with it')
  await neural.library.remove('vits')
  stop()
  await neural.add('kitten')
  expect(lists).toEqual([['vits'], [], []])
})

describe('downloading a voice', () => {
  const files = tinyVoiceFiles('kitten')
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, new Uint8Array(Buffer.from(content))]),
  )
  const model = bytes['model.onnx'] as Uint8Array
  const start = async (change: Partial<OfferedVoice['files'][number]> = {}) => {
    server = await openFileServer(bytes)
    const { address } = server
    const offer: OfferedVoice = {
      id: 'tiny-kitten',
      label: 'Tiny kitten',
      family: 'kitten',
      languages: ['en'],
      licence: 'CC0',
      source: 'https://voices.example/kitten',
      bytes: Object.values(bytes).reduce((sum, file) => sum + file.length, 0),
      files: Object.entries(bytes).map(([name, content]) => ({
        name,
        url: `${address}/${name}`,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        ...(name === 'model.onnx' ? change : {}),
      })),
    }
    return { server, neural: open({ offers: [offer] }) }
  }
  const requestsOf = (from: FileServer, name: string) =>
    from.requests.filter((request) => request.startsWith(name)).map((each) => each.split(' ')[1])

  it('fetches its files, checks them and adds it', async () => {
    const { neural } = await start()
    const progress: NeuralProgress[] = []
    const onProgress = (each: NeuralProgress) => void progress.push(each)
    const added = await neural.library.download('tiny-kitten', { onProgress })
    expect(added).toMatchObject({
      id: 'tiny-kitten',
      label: 'Tiny kitten',
      licence: 'CC0',
      source: 'https://voices.example/kitten',
      speakers: ['one-f', 'two-m'],
    })
    expect(new Set(progress.map(({ stage }) => stage))).toEqual(
      new Set(['downloading', 'checking']),
    )
    expect(existsSync((await neural.speak('tiny-kitten#1', 'Hello.')).file)).toBe(true)
  })

  it('goes on where the connection broke', async () => {
    const { server: from, neural } = await start()
    from.misbehave = (request, response) =>
      request.url === '/model.onnx' && request.headers.range === undefined
        ? from.begin(700, model, response)
        : false
    // Once what came is on the disk.
    await neural.library.download('tiny-kitten', { onProgress: () => from.hangUp() })
    expect(requestsOf(from, 'model.onnx')).toEqual(['-', 'bytes=700-'])
  })

  it('goes on the next time when the server was gone, and says so', async () => {
    const { server: from, neural } = await start()
    from.misbehave = (request, response) => {
      if (request.url !== '/model.onnx') return false
      if (request.headers.range === undefined) return from.begin(700, model, response)
      response.destroy()
      return true
    }
    const onProgress = () => from.hangUp()
    await expect(neural.library.download('tiny-kitten', { onProgress })).rejects.toMatchObject({
      failure: { code: 'server-unreachable', params: { server: from.address.slice(7) } },
    })
    from.misbehave = () => false
    from.requests.length = 0
    await neural.library.download('tiny-kitten')
    expect(requestsOf(from, 'model.onnx')).toEqual(['bytes=700-'])
    expect(readdirSync(join(neural.root, '.downloads'))).toEqual([])
  })

  it('begins again where the server knows no ranges', async () => {
    const { server: from, neural } = await start()
    let turn = 0
    from.misbehave = (request, response) => {
      if (request.url !== '/model.onnx') return false
      turn += 1
      if (turn === 1) return from.begin(700, model, response)
      response.writeHead(200, { 'content-length': model.length }).end(model)
      return true
    }
    const onProgress = () => from.hangUp()
    const added = await neural.library.download('tiny-kitten', { onProgress })
    expect(added.state.kind).toBe('ready')
  })

  it.each([
    ['another digest', { sha256: '0'.repeat(64) }, 'voice-damaged'],
    ['another size', { bytes: model.length + 1 }, 'voice-damaged'],
    ['a page instead of it', { name: 'tokens.txt', bytes: null, sha256: null }, 'not-a-voice'],
  ] as const)('refuses %s, and leaves nothing', async (_, change, code) => {
    const { neural } = await start(change)
    await expect(neural.library.download('tiny-kitten')).rejects.toMatchObject({
      failure: { code },
    })
    expect(contents(neural).filter((name) => name !== '.downloads')).toEqual([])
    const left = join(neural.root, '.downloads')
    expect(existsSync(left) ? readdirSync(left) : []).toEqual([])
  })

  it.each([
    [404, 'server-failed', { status: 404 }],
    [500, 'server-failed', { status: 500 }],
    [429, 'server-busy', { seconds: 7 }],
  ])('says what the server says: %i', async (status, code, params) => {
    const { server: from, neural } = await start()
    from.misbehave = (_, response) => {
      response.writeHead(status, { 'retry-after': '7' }).end()
      return true
    }
    await expect(neural.library.download('tiny-kitten')).rejects.toMatchObject({
      failure: { code, params },
    })
  })

  it('is offline in a plain word, and unknown without an offer', async () => {
    const { server: from, neural } = await start()
    await from.close()
    server = null
    await expect(neural.library.download('tiny-kitten')).rejects.toMatchObject({
      failure: { code: 'server-unreachable', retry: 'later' },
    })
    await expect(neural.library.download('other')).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
  })

  it('leaves nothing when it is cancelled', async () => {
    const { neural } = await start()
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    await expect(
      neural.library.download('tiny-kitten', { onProgress, signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(join(neural.root, '.downloads'))).toEqual([])
  })

  it('is offered for voices with a licence, a page and sane addresses', () => {
    for (const { files: offered, ...offer } of voiceOffers) {
      expect(NeuralOffer.safeParse(offer).success).toBe(true)
      expect(offer.source).toMatch(/^https:/)
      for (const { url, name, sha256 } of offered) {
        expect(new URL(url).protocol).toBe('https:')
        expect(url.endsWith(`/${name}`)).toBe(true)
        expect(sha256 ?? 'a'.repeat(64)).toMatch(/^[0-9a-f]{64}$/)
      }
    }
    expect(new Set(voiceOffers.map(({ id }) => id)).size).toBe(voiceOffers.length)
  })
})

/** Right outside, nonsense in the middle: only loading it tells. */
function garbageGraph(model: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(model)
  copy.fill(0xff, 60, 400)
  return copy
}
