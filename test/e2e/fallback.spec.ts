// A sentence that its voice cannot say: another one may say it, is named in words, and gives it back.
import type { Page } from '@playwright/test'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

test.use({ actionTimeout: 15_000 })

const sentences = ['first', 'second', 'third', 'fourth'].map(
  (which) => `The ${which} letter lay on the table until the evening came.`,
)
const story = ['Letters', ...sentences].join('\n\n')

async function addServer(page: Page, { url }: StartedSpeechServer): Promise<void> {
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  await page.getByRole('button', { name: 'Add a server' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a speech server' })
  await dialog.getByRole('radio', { name: /Another server/ }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Loopback')
  await dialog.getByRole('textbox', { name: 'Addresses' }).fill(url)
  await dialog.getByLabel('Model').fill('tts-1')
  await dialog.getByRole('button', { name: 'Save and test' }).click()
  await expect(page.getByRole('dialog').getByText('It speaks')).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Opens the story with a voice of the server; the voices stay open beside it. */
async function openStory(studio: StudioUnderTest): Promise<void> {
  const { page } = studio
  await studio.drop(studio.file('letters.txt', story))
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('tab', { name: 'Voice' }).click()
  await page.getByRole('button', { name: 'Servers', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Find a voice' }).fill('alloy')
  await page.getByRole('button', { name: /^Use alloy for/i }).click()
  await expect(page.getByText('Cast', { exact: true })).toBeVisible()
}

test('a sentence is left and told, then spoken by the voice that was allowed, then by its own', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  const server = await startSpeechServer()
  try {
    await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
    await addServer(page, server)
    await openStory(studio)
    const row = page.getByRole('row').filter({ hasText: 'The third letter' })
    const panel = page.getByRole('complementary', { name: 'Voice and details' })
    await server.control('bad-400-openai')

    await row.click()
    await page.keyboard.press('r')
    await expect(row).toContainText('Failed')

    const choice = panel.getByLabel('If a sentence cannot be spoken')
    await expect(choice).toHaveValue('')
    await choice.selectOption('espeak:gmw/en-US')
    await expect(
      page.getByText(/What cannot be spoken is spoken with .* from now on/),
    ).toBeVisible()
    await row.click()
    await page.keyboard.press('r')
    await expect(row).toContainText('spoken by English (America) instead')

    await page.getByRole('row').filter({ hasText: 'The first letter' }).click()
    await page.keyboard.press('f')
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('tab', { name: 'Segment' }).click()
    await expect(panel).toContainText('Spoken by English (America) instead')
    await expect(panel).toContainText('could not say this sentence')

    await server.control('normal')
    await panel.getByRole('button', { name: 'Try its own voice again' }).click()
    await expect(row).toContainText('Ready')
    await expect(row).not.toContainText('instead')
    await expect(panel).not.toContainText('could not say this sentence')
  } finally {
    await server.close()
  }
})
