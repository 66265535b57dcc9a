// A neural voice sent through the browser: the window asks by the system's own dialog.
import { join } from 'node:path'
import { tinyVoiceFiles, writeFiles } from '../fixtures/tiny-voices.ts'
import { expect, test } from './studio.ts'

test.use({ actionTimeout: 15_000 })

test('a neural voice comes in as its files, and as its folder', async ({ studio }) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  const scratch = join(studio.dataFolder, '..')
  const piper = tinyVoiceFiles('piper')
  const loose = writeFiles(join(scratch, 'loose'), piper)
  await page
    .getByLabel('Choose the files of a voice…')
    .setInputFiles(Object.keys(piper).map((name) => join(loose, name)))
  const neural = page.getByRole('region', { name: 'Neural voices' })
  await expect(neural.getByText('Tiny low, English (United States)')).toBeVisible()

  const folder = writeFiles(join(scratch, 'kokoro-tiny'), tinyVoiceFiles('kokoro'))
  await page.getByLabel('Choose a folder…').setInputFiles(folder)
  await expect(neural.getByText(/^Kokoro tiny/)).toBeVisible()
  const { voices } = await studio.ask('neural.list', {})
  expect(voices.map(({ family, state }) => `${family} ${state.kind}`).toSorted()).toEqual([
    'kokoro ready',
    'piper ready',
  ])
})
