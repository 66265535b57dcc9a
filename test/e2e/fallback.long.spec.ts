// A sentence that its voice cannot say: another one may say it, is named in words, and gives it back.
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'
import { addSpeakingServer, castVoice } from './voice-steps.ts'

test.use({ actionTimeout: 15_000 })

const sentences = ['first', 'second', 'third', 'fourth'].map(
  (which) => `The ${which} letter lay on the table until the evening came.`,
)
const story = ['Letters', ...sentences].join('\n\n')

/** Opens the story with a voice of the server; the voices stay open beside it. */
async function openStory(studio: StudioUnderTest): Promise<void> {
  const { page } = studio
  await studio.drop(studio.file('letters.txt', story))
  await expect(page.getByRole('grid')).toBeVisible()
  await castVoice(page, 'nova')
  await page.getByRole('tab', { name: 'Voice' }).click()
}

test('a sentence is left and told, then spoken by the voice that was allowed, then by its own', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  const server = await startSpeechServer()
  try {
    await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
    await addSpeakingServer(page, 'Loopback', server.url)
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
    await page.keyboard.press('n')
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
