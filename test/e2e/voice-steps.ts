// What several specs do with voices: add a server, cast a voice for a book, hear that there is sound.
import type { Locator, Page } from '@playwright/test'
import { soundState } from './page/in-page.js'
import { expect, type StudioUnderTest } from './studio.ts'

const sentences = Array.from(
  { length: 12 },
  (_, index) => `The keeper of lighthouse number ${index + 1} wrote a long letter to his sister.`,
)
const story = ['Letters', ...sentences].join('\n\n')

/** Saves and tests it in the form, which stays open; answers with its dialog. */
export async function addServer(
  page: Page,
  name: string,
  url: string,
  { price }: { price?: string } = {},
): Promise<Locator> {
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  await page.getByRole('button', { name: 'Add a server' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a speech server' })
  await dialog.getByRole('radio', { name: /Another server/ }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Addresses' }).fill(url)
  await dialog.getByLabel('Model').fill('tts-1')
  if (price !== undefined) {
    await dialog.getByText('Advanced').click()
    await dialog.getByLabel('Price per million characters').fill(price)
  }
  await dialog.getByRole('button', { name: 'Save and test' }).click()
  return page.getByRole('dialog')
}

/** The same, and waits until it has spoken; the form is closed. */
export async function addSpeakingServer(
  page: Page,
  name: string,
  url: string,
  more: { price?: string } = {},
): Promise<void> {
  const dialog = await addServer(page, name, url, more)
  await expect(dialog.getByText('It speaks')).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Drops a book of thirteen segments. */
export async function openLetters(studio: StudioUnderTest): Promise<void> {
  await studio.drop(studio.file('letters.txt', story))
  await expect(studio.page.getByRole('grid')).toBeVisible()
}

/** Gives the book that is open another voice than it has. */
export async function castVoice(page: Page, voice: string): Promise<void> {
  await page.getByRole('tab', { name: 'Voice' }).click()
  await page.getByRole('searchbox', { name: 'Find a voice' }).fill(voice)
  await page.getByRole('button', { name: new RegExp(`^Use ${voice}\\b`, 'i') }).click()
  await expect(page.getByText('Cast', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Segment' }).click()
}

/** Some of it was played, since `watchSound`. */
export async function expectSound(page: Page): Promise<void> {
  await expect
    .poll(async () => (await page.evaluate(soundState)).seconds, { timeout: 30_000 })
    .toBeGreaterThan(0)
}
