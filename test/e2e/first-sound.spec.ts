// First run: the bundled story sounds after one click, in the page as a person meets it.
import { soundState, watchSound } from './page/in-page.js'
import { expect, test } from './studio.ts'

test('the first run offers the sample, and one click makes it sound', async ({ studio }) => {
  const { page } = studio
  await page.evaluate(watchSound)
  await page.getByRole('button', { name: 'Listen to the sample' }).click()
  await expect(page.getByRole('heading', { name: 'The Lamp Room' })).toBeVisible()
  await expect
    .poll(async () => (await page.evaluate(soundState)).seconds, { timeout: 45_000 })
    .toBeGreaterThan(1)
  expect((await page.evaluate(soundState)).error).toBeNull()

  await page.getByRole('button', { name: 'Pause', exact: true }).last().click()
  await expect.poll(async () => (await page.evaluate(soundState)).paused).toBe(true)
})
