// A voice that costs money: asked before it speaks, stopped at the budget, asked again after a crash.
import type { Page } from '@playwright/test'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import { expect, test as base } from './studio.ts'
import { addSpeakingServer, castVoice, openLetters } from './voice-steps.ts'

/** A paid server, cast for a book of thirteen segments; nothing is spoken of it yet. */
const test = base.extend<{ server: StartedSpeechServer }>({
  actionTimeout: 15_000,
  server: async ({ studio }, provide) => {
    const { page } = studio
    const server = await startSpeechServer()
    await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
    // Ten characters cost a cent.
    await addSpeakingServer(page, 'Paid', server.url, { price: '1000' })
    await openLetters(studio)
    await castVoice(studio.page, 'nova')
    await server.reset()
    await provide(server)
    await server.close()
  },
})

const bannerOf = (page: Page) => page.getByRole('region', { name: 'State of the narration' })
const askedOf = async (server: StartedSpeechServer) => (await server.stats()).requests.length

async function wantNarration(page: Page) {
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  return page.getByRole('dialog', { name: 'Narrate with a paid voice' })
}

test('the cost is shown before anything is spoken, and who says no has spent nothing', async ({
  studio,
  server,
}) => {
  const { page } = studio
  const dialog = await wantNarration(page)
  await expect(dialog).toContainText('13 segments')
  await expect(dialog).toContainText(/\$0\.\d\d/)
  await expect(dialog).toContainText('per million characters')
  await expect(dialog).toContainText(/[kMG]B; .* free/)
  await dialog.getByRole('button', { name: 'Not now' }).click()
  await expect(dialog).toBeHidden()
  expect(await askedOf(server)).toBe(0)

  const again = await wantNarration(page)
  await again.getByLabel('Budget').fill('much')
  await again.getByRole('button', { name: 'Narrate', exact: true }).click()
  await expect(again).toContainText('Write an amount above nothing')
  expect(await askedOf(server)).toBe(0)
  await again.getByLabel('Budget').fill('')
  await again.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  expect(await askedOf(server)).toBeGreaterThanOrEqual(13)
})

test('a narration stops at its budget, and goes on with as much again or with a larger one', async ({
  studio,
  server,
}) => {
  test.slow()
  const { page } = studio
  await server.control('normal', { latencyMs: 300 })
  const dialog = await wantNarration(page)
  await dialog.getByLabel('Budget').fill('0,10')
  await dialog.getByRole('button', { name: 'Narrate', exact: true }).click()
  const banner = bannerOf(page)
  const stop = 'The budget of $0.10 is spent.'
  await expect(banner).toContainText(stop)
  // No more than one segment beyond it.
  await expect(page.getByText(/\$0\.1\d spent/)).toBeVisible()
  await expect(page.getByText('3 of 13', { exact: true })).toBeVisible()
  // What is said of it pushes nothing out of a small window.
  const size = page.viewportSize()
  for (const width of [900, 720]) {
    await page.setViewportSize({ width, height: 700 })
    await expect(page.getByRole('button', { name: 'Settings' })).toBeInViewport({ ratio: 1 })
  }
  await page.setViewportSize(size ?? { width: 1280, height: 720 })
  const before = await askedOf(server)
  await banner.getByRole('button', { name: 'Go on' }).click()
  await expect.poll(() => askedOf(server)).toBeGreaterThan(before)
  await expect(banner).toContainText(stop)

  await banner.getByRole('button', { name: 'Raise the budget' }).click()
  const raise = page.getByRole('dialog', { name: 'Raise the budget' })
  await raise.getByLabel('Further budget').fill('5')
  await raise.getByRole('button', { name: 'Go on', exact: true }).click()
  await studio.narrated()
  await expect(banner).toBeHidden()
})

test('after a crash a person is asked once before more is spent', async ({ studio, server }) => {
  test.slow()
  // It has been heard before: how loud it is is known.
  const { projects } = await studio.ask('library.list', {})
  await studio.ask('voice.preview', { voice: projects[0]?.voice ?? '' })
  // So slow that the rest is still under way when it is seen that two are there.
  await server.control('normal', { latencyMs: 3000 })
  const dialog = await wantNarration(studio.page)
  await dialog.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated(2)
  await studio.kill()
  await server.reset()
  await studio.restart()

  const { page } = studio
  await page.getByRole('link', { name: 'Open Letters' }).click()
  const banner = bannerOf(page)
  await expect(banner).toContainText('This waits for your word')
  await expect(banner).toContainText('“Paid”')
  await expect(page.getByText(/^([2-9]|1[0-2]) of 13 segments ready/)).toBeVisible()
  expect(await askedOf(server)).toBe(0)
  await banner.getByRole('button', { name: 'Go on' }).click()
  await studio.narrated()
  await expect(banner).toBeHidden()
})
