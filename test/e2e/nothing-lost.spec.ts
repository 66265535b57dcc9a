// Interruptions: a reload in the middle, and a process that dies without a word.
import { expect, test } from './studio.ts'

test('reloading in the middle of a narration loses nothing', async ({ studio }) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Listen to the sample' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The Lamp Room' })).toBeVisible()
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated(2)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'The Lamp Room' })).toBeVisible()
  await studio.narrated()
})

test('a killed studio takes the narration up again by itself', async ({ studio }) => {
  await studio.page.getByRole('button', { name: 'Listen to the sample' }).click()
  await studio.page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated(3)
  await studio.kill()
  await studio.restart()

  const { page } = studio
  await page.getByRole('link', { name: 'Open The Lamp Room' }).click()
  await studio.narrated()
  const { kinds } = await studio.ask('cache.stats', {})
  const takes = kinds.find(({ kind }) => kind === 'takes')?.entries ?? 0
  expect(takes).toBeLessThanOrEqual(31)
})
