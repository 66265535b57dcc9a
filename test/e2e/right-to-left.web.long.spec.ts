// The studio from right to left: nothing runs out of it, its keys go the way they point, and books read their own way.
import { expectAccessible } from './accessible.ts'
import { command } from './palette.ts'
import { drawn, sidewaysRoom } from './page/in-page.js'
import { expect, test } from './studio.ts'

test('from right to left it fits, is operated by keys, and reads a book its own way', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  const fits = (screen: string) =>
    expect.poll(() => page.evaluate(sidewaysRoom), { message: screen }).toEqual([])
  await studio.ask('settings.change', { name: 'direction', value: 'rtl' })
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await fits('the first run')
  await page.reload()
  // Before anything is drawn, as the theme is.
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.getByRole('button', { name: 'Listen to the sample' }).click()
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible()
  await fits('the desk')
  // What begins a line in English stands at the right: the chapters; and the panels at the left.
  const chapters = await page.getByRole('heading', { name: 'Chapters' }).boundingBox()
  const rail = await page.getByRole('tab').first().boundingBox()
  expect(chapters?.x).toBeGreaterThan(640)
  expect(rail?.x).toBeLessThan(100)

  await grid.focus()
  const text = page.locator('[role=row][aria-selected=true] [dir=auto]').first()
  await page.keyboard.press('Home')
  const first = await text.textContent()
  await page.keyboard.press('ArrowDown')
  await expect(text).not.toHaveText(first ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(text).toHaveText(first ?? '')

  // A book goes its own way, whichever way the studio goes.
  await page.keyboard.press('Enter')
  const editor = page.getByRole('textbox', { name: 'Text of the segment' })
  await expect(editor).toBeFocused()
  const way = () => editor.evaluate(drawn, 'direction')
  expect(await way()).toBe('ltr')
  await editor.fill('\u0645\u0631\u062d\u0628\u0627 by the river')
  expect(await way()).toBe('rtl')
  await page.keyboard.press('Enter')
  await expect(text).toHaveText(/river/)
  expect(await text.evaluate(drawn, 'direction')).toBe('rtl')
  await page.keyboard.press('Control+z')
  await expect(text).toHaveText(first ?? '')

  // Choices that stand beside each other: the next one is at the left.
  await page.getByRole('tab', { name: 'Dictionary' }).click()
  await page.getByRole('radio', { name: 'This book' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('radio', { name: 'All books' })).toBeChecked()
  // Time goes on to the right.
  const wave = page.getByRole('slider', { name: /^Waveform/ })
  expect(await wave.evaluate(drawn, 'direction')).toBe('ltr')
  await expectAccessible(studio, 'the desk')

  await page.getByRole('button', { name: 'Show performance' }).click()
  await fits('performance')
  await page.keyboard.press('Control+k')
  await fits('the palette')
  await page.keyboard.press('Escape')
  for (const tab of ['Cast', 'Sound', 'Segment']) {
    await page.getByRole('tab', { name: tab }).click()
    await fits(tab)
  }
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Export the audiobook' })).toBeVisible()
  await fits('export')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.getByRole('listbox')).toBeVisible()
  await fits('review')
  await page.getByRole('button', { name: 'To the studio' }).click()
  await command(page, 'settings')
  await expect(page.getByRole('combobox', { name: 'Direction' })).toHaveValue('rtl')
  await fits('settings')
  await expectAccessible(studio, 'the settings')
  await page.getByRole('combobox', { name: 'Direction' }).selectOption('As the language')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
})
