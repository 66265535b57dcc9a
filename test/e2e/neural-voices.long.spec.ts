// A neural voice of one's own: it comes from a folder, is heard, reads a book, and goes again.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { terminalPath } from '../fixtures/built.ts'
import { tinyVoiceFiles, writeFiles } from '../fixtures/tiny-voices.ts'
import { soundState, watchSound } from './page/in-page.js'
import { expect, test, type StudioUnderTest } from './studio.ts'
import { expectSound, openLetters } from './voice-steps.ts'

test.use({ actionTimeout: 15_000 })

async function openVoices({ page }: StudioUnderTest): Promise<void> {
  await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Neural voices' })).toBeVisible()
}

/** By the app's dialog; a browser sends no folder, so there the terminal adds it. */
async function addFolder(studio: StudioUnderTest, folder: string): Promise<void> {
  if (studio.name === 'web') {
    await studio.kill()
    const words = ['voices', 'add', folder, '--data', studio.dataFolder]
    const added = spawnSync(process.execPath, [terminalPath, ...words], { encoding: 'utf8' })
    expect(added.status, added.stderr).toBe(0)
    await studio.restart()
    await openVoices(studio)
    return
  }
  await studio.chosen([folder], async () => {
    await studio.page.getByRole('button', { name: 'Add a voice' }).first().click()
    await studio.page.getByRole('menuitem', { name: 'Choose a folder…' }).click()
  })
}

const folderOf = (studio: StudioUnderTest, name: string) => join(dirname(studio.dataFolder), name)

test('a voice is added from its folder, heard, the voice of a new book, and removed again', async ({
  studio,
}) => {
  test.slow()
  await openVoices(studio)
  await addFolder(studio, writeFiles(folderOf(studio, 'en_US-tiny-low'), tinyVoiceFiles('piper')))
  const { page } = studio
  const installed = page.getByRole('list', { name: 'Installed' })
  await expect(installed.getByRole('listitem')).toHaveCount(1)
  await expect(installed).toContainText('Piper')
  await expect(installed).toContainText('Licence: its papers do not say')

  await page.getByRole('button', { name: 'Back to the library' }).click()
  await openLetters(studio)
  await page.getByRole('tab', { name: 'Voice' }).click()
  await page.getByRole('button', { name: 'Neural', exact: true }).click()
  await expect(page.getByText('Cast', { exact: true })).toBeVisible()
  await page.evaluate(watchSound)
  await page.getByRole('button', { name: /^Hear/ }).first().click()
  await expectSound(page)
  expect((await page.evaluate(soundState)).error).toBeNull()
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()

  await page.getByRole('button', { name: 'More voices' }).click()
  await installed.getByRole('button', { name: /^Remove/ }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Keep it' }).click()
  await expect(installed.getByRole('listitem')).toHaveCount(1)
  await installed.getByRole('button', { name: /^Remove/ }).click()
  await question.getByRole('button', { name: 'Remove the voice' }).click()
  await expect(page.getByText('No neural voice yet')).toBeVisible()
})

test('a file that is no whole voice is refused with a sentence, and can be dismissed', async ({
  studio,
}) => {
  await openVoices(studio)
  const { page } = studio
  const { 'model.onnx': model } = tinyVoiceFiles('vits')
  await studio.drop(studio.file('lonely.onnx', model ?? ''))
  const jobs = page.getByRole('list', { name: 'Voices on their way' })
  await expect(jobs).toContainText('lonely')
  await expect(jobs.getByRole('alert')).toBeVisible()
  await jobs.getByRole('button', { name: /^Dismiss/ }).click()
  await expect(jobs).toBeHidden()
})
