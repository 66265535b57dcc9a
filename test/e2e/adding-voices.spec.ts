// What a person writes and sends: a server's form that is left half written, a neural voice of several files.
import { join } from 'node:path'
import { tinyVoiceFiles, writeFiles } from '../fixtures/tiny-voices.ts'
import { expect, test } from './studio.ts'

test.use({ actionTimeout: 15_000 })

test('a server’s form asks before it throws away what was written', async ({ studio }) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  await page.getByRole('button', { name: 'Add a server' }).click()
  const form = page.getByRole('dialog', { name: 'Add a speech server' })
  const name = form.getByRole('textbox', { name: 'Name' })
  await form.getByRole('radio', { name: /Another server/ }).click()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()

  await page.getByRole('button', { name: 'Add a server' }).click()
  await name.fill('Half written')
  await page.keyboard.press('Escape')
  const question = page.getByRole('alertdialog', { name: 'Throw away what you wrote?' })
  await expect(question.getByRole('button', { name: 'Keep writing' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(name).toHaveValue('Half written')

  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Throw away' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: 'Add a server' }).click()
  await expect(name).not.toHaveValue('Half written')
})

test('a change of one page is seen by the other', async ({ studio }) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  const server = {
    id: 'elsewhere',
    name: 'Set up elsewhere',
    kind: 'other' as const,
    addresses: ['http://127.0.0.1:9/v1'],
    model: 'm',
    voices: ['anna'],
    languages: [],
    format: 'wav' as const,
    instructions: '',
    allowPlain: false,
    lanes: null,
    requestsPerMinute: null,
    charactersPerMinute: null,
    price: null,
  }
  // Past this page's own mirrors, as another page does it.
  await studio.ask('server.save', { server })
  const card = page.getByRole('heading', { level: 3, name: server.name })
  await expect(card).toBeVisible()
  await studio.ask('server.remove', { id: server.id })
  await expect(card).toBeHidden()
})

test('a neural voice comes in as its files, and as its folder', async ({ studio, shell }) => {
  test.skip(shell !== 'web', 'the window asks by its own dialog')
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
