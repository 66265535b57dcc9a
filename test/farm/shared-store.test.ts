// Takes that a team shares in a store that speaks S3, asked of a real one: what one studio had spoken, another finds.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Job, TakeStore } from '../../src/contract/index.ts'
import { dataFolderAt } from '../../src/io/data-folder.ts'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import { bookOf, openFarmStudio, type FarmStudio } from './farm-studio.ts'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { secretAccessKey, type StartedS3 } from './s3-server.ts'

const farm = farmOfEachTest()
const text = bookOf('the ferry', 1, 6)
/** A store needs no Redis to work, though a farm has the address of one. */
const noRedis = 'redis://127.0.0.1:1'
/** On a machine that has much to do, a store that works is slow as well. */
const patientMs = 120_000
const usualMs = 5_000
const megabyte = 1024 * 1024

let speech: StartedSpeechServer
beforeAll(async () => {
  speech = await startSpeechServer({})
})
afterAll(() => speech.close())
beforeEach(() => speech.reset())

const asked = async () => (await speech.stats()).requests.length
const isOver = ({ state }: Job) => state !== 'running' && state !== 'paused'
const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

/** A studio that speaks for itself, and shares its takes there. */
const studioOn = async (
  takeStore: TakeStore,
  { key = secretAccessKey, takeStoreMs = patientMs } = {},
): Promise<FarmStudio> => {
  const studio = await openFarmStudio(farm.folder(), { takeStoreMs })
  farm.own(() => studio.close())
  await studio.addServer(speech.url, 2)
  const settings = { speakHere: true, shares: 'store', takeStore } as const
  await studio.join(noRedis, settings, { storeKey: key })
  return studio
}
/** The ids of the takes of a book that was narrated, none of which has failed. */
const narrated = async (studio: FarmStudio): Promise<{ projectId: string; takes: string[] }> => {
  const projectId = await studio.addBook('book', text, 'box:alloy')
  const job = await studio.jobThat(await studio.narrate(projectId), isOver)
  expect(job).toMatchObject({ state: 'done', failed: 0 })
  const takes = (await studio.rows(projectId)).map(({ status }) =>
    status.state === 'ready' ? status.takeId : 'none',
  )
  return { projectId, takes }
}
const nameOf = (takeId: string) => `lectern/takes/${takeId}.flac`
/** They are given beside the speaking, and may come a moment later. */
const isShared = async (s3: StartedS3, takes: readonly string[]) => {
  for (const take of takes)
    while (!(await s3.object(nameOf(take), { method: 'HEAD' })).ok) await pause()
}

describe('a studio that shares its takes in a store', () => {
  test('asks no voice for what another one has put there', async () => {
    const s3 = await farm.s3()
    const one = await studioOn(s3.store)
    const first = await narrated(one)
    expect(await asked()).toBe(first.takes.length)
    await isShared(s3, first.takes)
    expect((await one.view()).shared).toEqual({ hits: 0, misses: first.takes.length })
    const other = await studioOn(s3.store)
    const second = await narrated(other)
    expect(await asked()).toBe(first.takes.length)
    expect(await other.sounds(second.projectId)).toEqual(await one.sounds(first.projectId))
    expect(await other.view()).toMatchObject({
      ...{ store: 'connected', warnings: [], hasStoreKey: true },
      shared: { hits: first.takes.length, misses: 0 },
    })
  })

  test('asks a voice for what lies there and is no sound, or is too long, or cut off', async () => {
    const s3 = await farm.s3()
    const { takes } = await narrated(await studioOn(s3.store))
    await isShared(s3, takes)
    const [noise = '', false_ = '', long = '', cut = ''] = takes
    const put = async (take: string, body: NonNullable<RequestInit['body']>) =>
      expect((await s3.object(nameOf(take), { method: 'PUT', body })).ok).toBe(true)
    const whole = Buffer.from(await (await s3.object(nameOf(cut))).arrayBuffer())
    await put(noise, 'this is no sound')
    await put(false_, 'fLaC, so it says')
    await put(long, Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(65 * megabyte)]))
    await put(cut, whole.subarray(0, whole.length / 2))
    const before = await asked()
    const other = await studioOn(s3.store)
    const second = await narrated(other)
    expect(await asked()).toBe(before + 4)
    expect(second.takes).toEqual(takes)
  })

  test('narrates all the same where its secret is wrong, says so, and writes the secret nowhere', async () => {
    const s3 = await farm.s3()
    const wrong = 'not/the+secret0but4another1one9for7this3store'
    const studio = await studioOn(s3.store, { key: wrong })
    await studio.farmThat(({ warnings }) => warnings.includes('store-refused'))
    const { takes } = await narrated(studio)
    expect(await asked()).toBe(takes.length)
    const view = await studio.view()
    expect(view).toMatchObject({ store: 'away', warnings: ['store-refused'] })
    expect(JSON.stringify(view)).not.toContain(wrong)
    const { settings } = view
    await studio.call('farm.set', { settings, storeKey: secretAccessKey })
    await studio.farmThat(({ store, warnings }) => store === 'connected' && warnings.length === 0)
    await studio.close()
    const folder = dataFolderAt(studio.data)
    const holding = readdirSync(studio.data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => {
        const bytes = readFileSync(path)
        return bytes.includes(wrong) || bytes.includes(secretAccessKey)
      })
    expect(holding).toEqual([folder.keys])
  })

  test('says so where there is no such bucket', async () => {
    const s3 = await farm.s3()
    const studio = await studioOn({ ...s3.store, bucket: 'elsewhere' })
    const { warnings } = await studio.farmThat(({ store }) => store === 'away')
    expect(warnings).toEqual(['store-bucket-missing'])
  })

  test('says so where nobody answers', async () => {
    const s3 = await farm.s3()
    await s3.stop()
    const studio = await studioOn(s3.store)
    const { warnings } = await studio.farmThat(({ store }) => store === 'away')
    expect(warnings).toEqual(['store-away'])
  })

  test('is not held by a store that never answers', async () => {
    const s3 = await farm.s3()
    const line = await farm.line({ port: Number(new URL(s3.url).port) })
    line.freeze()
    const address = `http://127.0.0.1:${line.port}`
    const studio = await studioOn({ ...s3.store, address }, { takeStoreMs: usualMs })
    const { takes } = await narrated(studio)
    expect(await asked()).toBe(takes.length)
    await studio.farmThat(({ warnings }) => warnings.includes('store-away'))
  })

  test('keeps the key while takes are shared elsewhere, and gives it to no other place', async () => {
    const s3 = await farm.s3()
    const studio = await studioOn(s3.store)
    const settings = { speakHere: true, shares: 'store' } as const
    const elsewhere = { ...s3.store, address: 'http://127.0.0.1:1' }
    await studio.join(noRedis, { ...settings, takeStore: elsewhere })
    expect((await studio.view()).hasStoreKey).toBe(false)
    const back = { ...settings, takeStore: s3.store }
    await studio.join(noRedis, back, { storeKey: secretAccessKey })
    expect((await studio.view()).hasStoreKey).toBe(true)
    await studio.join(noRedis, { ...back, shares: 'redis' })
    expect(await studio.view()).toMatchObject({ hasStoreKey: true, store: 'off' })
    await studio.join(noRedis, back)
    await studio.farmThat(({ store }) => store === 'connected')
  })
})
