// Any voice: a speech server is added, tested, heard and cast; what it does to a narration is told.
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import { watchSound } from './page/in-page.js'
import { expect, test } from './studio.ts'
import { addServer, addSpeakingServer, castVoice, expectSound, openLetters } from './voice-steps.ts'

// A step that cannot be done is told soon, not when the whole test is over.
test.use({ actionTimeout: 15_000 })

test('a server is added, tested, heard and cast; a narration waits for it and goes on', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  let server = await startSpeechServer()
  const { port } = server
  try {
    await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
    await page.evaluate(watchSound)
    const dialog = await addServer(page, 'Loopback', server.url)
    await expect(dialog.getByText('It speaks')).toBeVisible()
    await dialog.getByRole('button', { name: 'Hear it' }).click()
    await expectSound(page)
    await dialog.getByRole('button', { name: 'Close', exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 3, name: 'Loopback' })).toBeVisible()

    await openLetters(studio)
    await castVoice(page, 'nova')
    await server.control('normal', { latencyMs: 1200 })
    await page.getByRole('button', { name: 'Narrate', exact: true }).click()
    await studio.narrated(2)

    await server.close()
    const banner = page.getByRole('region', { name: 'State of the narration' })
    await expect(banner).toContainText('The narration waits')
    await expect(banner).toContainText('“Loopback” does not answer')
    await expect(banner).toContainText(/Next try in|It tries again now/)

    server = await startSpeechServer({ port })
    await banner.getByRole('button', { name: 'Try now' }).click()
    await studio.narrated()
    await expect(banner).toBeHidden()
  } finally {
    await server.close()
  }
})

test('a flagged take is found by a key, told in words, and kept', async ({ studio }) => {
  test.slow()
  const { page } = studio
  const server = await startSpeechServer()
  try {
    await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
    await addSpeakingServer(page, 'Loopback', server.url)
    await openLetters(studio)
    await castVoice(page, 'nova')

    const row = page.getByRole('row').filter({ hasText: 'lighthouse number 3 wrote' })
    await row.click()
    await server.control('offset')
    await page.keyboard.press('r')
    await expect(row).toContainText('Flagged', { timeout: 40_000 })
    await expect(page.getByRole('button', { name: '1 flagged', exact: true })).toBeVisible()

    await page.getByRole('row').filter({ hasText: 'lighthouse number 1 wrote' }).click()
    await page.keyboard.press('n')
    await expect(row).toHaveAttribute('aria-selected', 'true')
    const panel = page.getByRole('complementary', { name: 'Voice and details' })
    await expect(panel).toContainText('noise or hum instead of clean speech')
    await page.keyboard.press('Shift+N')
    await expect(row).toHaveAttribute('aria-selected', 'true')

    await panel.getByRole('button', { name: 'Keep it' }).click()
    await expect(row).toContainText('Ready')
    await expect(page.getByRole('button', { name: '1 flagged', exact: true })).toBeHidden()

    // By its key it is accepted, and the next one looked for.
    await row.click()
    await page.keyboard.press('r')
    await expect(row).toContainText('Flagged', { timeout: 40_000 })
    await page.keyboard.press('a')
    await expect(row).toContainText('Ready')
    await expect(page.getByText('No segment of this book is flagged.').first()).toBeVisible()
  } finally {
    await server.close()
  }
})

test('a key that is refused stops the narration and leads to the server’s form', async ({
  studio,
}) => {
  const { page } = studio
  const server = await startSpeechServer()
  try {
    await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
    await server.control('bad-key')
    const dialog = await addServer(page, 'Locked', server.url)
    await expect(dialog.getByText('It does not speak')).toBeVisible()
    await expect(dialog.getByText('“Locked” does not accept the key')).toBeVisible()
    await page.keyboard.press('Escape')
    await openLetters(studio)
    await castVoice(page, 'nova')
    await page.getByRole('button', { name: 'Narrate', exact: true }).click()
    const banner = page.getByRole('region', { name: 'State of the narration' })
    await expect(banner).toContainText('“Locked” does not accept the key')
    await banner.getByRole('button', { name: 'Enter the key' }).click()

    const form = page.getByRole('dialog', { name: 'Change Locked' })
    await form.getByLabel('Key').fill('sk-of-the-test')
    await server.control(null)
    await form.getByRole('button', { name: 'Save and test' }).click()
    await expect(form.getByText('It speaks')).toBeVisible()
    await expect(form.getByText(/^A key is kept in/)).toBeVisible()
    await expect(page.getByText('sk-of-the-test')).toHaveCount(0)
    await form.getByRole('button', { name: 'Close', exact: true }).first().click()

    await page.getByRole('button', { name: 'Back to the book' }).click()
    await banner.getByRole('button', { name: 'Go on' }).click()
    await studio.narrated()
  } finally {
    await server.close()
  }
})
