// Interruptions: a reload in the middle, and a process that dies without a word.
import { smallEpub } from '../fixtures/small-book.ts'
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

test('what is written in a row is saved by whatever leads away from it, and undo takes it back', async ({
  studio,
}) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  const row = (position: number) => page.locator(`[data-position="${position}"]`)
  const box = page.getByRole('textbox', { name: 'Text of the segment' })
  const write = async (position: number, text: string) => {
    await row(position).dblclick()
    await box.press('Control+a')
    await page.keyboard.type(text)
  }
  await write(1, 'Written and left by a click.')
  await row(0).click()
  await expect(row(1)).toContainText('Written and left by a click.')
  await page.keyboard.press('Control+z')
  await expect(row(1)).not.toContainText('Written')

  await write(1, 'Written and left for the settings.')
  await page.goto(new URL('#/settings', page.url()).href)
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.goBack()
  await expect(box).toHaveText('Written and left for the settings.')
  await page.keyboard.press('Escape')
  await expect(row(1)).toContainText('Written and left for the settings.')

  // Saved by Enter, and another one is opened before the answer: that one stays open.
  await write(1, 'Saved by Enter.')
  await page.keyboard.press('Enter')
  await write(2, 'Written right behind it.')
  await expect(row(1)).toContainText('Saved by Enter.')
  await expect(box).toHaveText('Written right behind it.')

  const asked = page.waitForEvent('dialog')
  const reloading = page.reload().catch(() => {})
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await reloading
  await expect(row(1)).toContainText('Saved by Enter.')
})

test('a text that is too long for a segment says so, is not saved, and stays written', async ({
  studio,
}) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  const row = page.locator('[data-position="1"]')
  await row.dblclick()
  const box = page.getByRole('textbox', { name: 'Text of the segment' })
  const long = `${'Word '.repeat(4000)}more`
  await box.fill(long)
  await expect(box).toHaveAccessibleDescription('4 letters too many for one segment')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('A segment holds at most 20000 letters')
  await expect(box).toHaveValue(long)
  // Left by a click, it is a draft, and the row says so.
  await page.locator('[data-position="0"]').click()
  await expect(row).toContainText('Not saved yet')
  await row.dblclick()
  await expect(box).toHaveValue(long)
  await box.fill(long.slice(0, -5))
  await page.keyboard.press('Enter')
  await expect(box).toBeHidden()
  await expect(row).not.toContainText('Not saved yet')
  await expect(row).toContainText('Word Word')
})
