// How words are said, by keys alone: added, heard, applied, moved, taken out and brought in as a table.
import { readFileSync } from 'node:fs'
import { dialogueBook } from '../fixtures/dialogue-book.ts'
import { expectAccessible } from './accessible.ts'
import { command } from './palette.ts'
import { expect, test } from './studio.ts'

test('a word is said otherwise: heard first, then applied to its segments alone', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  await studio.drop(studio.file('ferry.txt', dialogueBook.text))
  await expect(page.getByRole('row').first()).toBeVisible()
  const { projects } = await studio.ask('library.list', {})
  const projectId = projects[0]?.id ?? ''
  await page.getByRole('button', { name: 'Narrate', exact: true }).press('Enter')
  await studio.narrated()
  const stale = async () =>
    (await studio.ask('segment.find', { projectId, filter: { state: 'stale' } })).positions
  const query = { words: 'Cholmondeley', isCaseSensitive: true, isWholeWord: true }
  const found = await studio.ask('segment.find', { projectId, filter: { query } })
  expect(found.positions.length).toBeGreaterThan(1)

  // The word of the chosen row, by its key.
  await command(page, `segment ${(found.positions.at(-1) ?? 0) + 1}`)
  await page.keyboard.press('d')
  const panel = page.getByRole('tabpanel', { name: 'Dictionary' })
  await expect(panel.getByRole('textbox', { name: 'Word' })).toHaveValue('Cholmondeley')
  const say = panel.getByRole('textbox', { name: 'Said as' })
  await expect(say).toBeFocused()
  await say.press('Enter')
  await expect(panel.getByText('Write how it is said.')).toBeVisible()
  await page.keyboard.type('Chumley')
  await expect(panel.getByText(`Affects ${found.positions.length} segments`)).toBeVisible()
  await expectAccessible(studio, 'an entry')

  await panel.getByRole('button', { name: 'Hear it' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Stop' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Hear it' })).toBeVisible({ timeout: 20_000 })
  expect(await stale()).toEqual([])
  await say.press('Enter')
  await expect(panel.getByRole('button', { name: 'Change “Cholmondeley”' })).toBeVisible()
  // What was heard is made: only the others are out of date.
  const others = found.positions.slice(1)
  await expect.poll(stale).toEqual(others)

  // The rules' work is seen, and can be undone and done again.
  await expect(panel.getByText('“Cholmondeley” is said “Chumley”')).toBeVisible()
  await expectAccessible(studio, 'the dictionary')
  await page.keyboard.press('Control+z')
  await expect.poll(stale).toEqual([])
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(stale).toEqual(others)
  await page.getByRole('button', { name: 'Narrate', exact: true }).press('Enter')
  await expect.poll(stale, { timeout: 60_000 }).toEqual([])

  // To all books and back out of them.
  await panel.getByRole('button', { name: 'What can be done with “Cholmondeley”' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Move to all books' }).press('Enter')
  await expect(panel).toContainText('No entries for this book.')
  await panel.getByRole('radio', { name: 'This book' }).press('ArrowRight')
  const entry = panel.getByRole('button', { name: 'Change “Cholmondeley”' })
  await expect(entry).toBeVisible()
  expect(await stale()).toEqual([])

  // As a table.
  if (studio.name === 'web') {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Export CSV' }).press('Enter'),
    ])
    const path = studio.file('saved.csv', '')
    await download.saveAs(path)
    expect(readFileSync(path, 'utf8')).toContain('Cholmondeley,Chumley')
  }
  const table = studio.file('more.csv', 'word,say\nLeicester,Lester\n,nothing\nWorcester,Wooster\n')
  await panel.locator('input[type=file]').setInputFiles(table)
  const brought = page.getByRole('dialog', { name: 'Import “more.csv”' })
  await expect(brought).toContainText('2 entries for all books.')
  await expect(brought).toContainText('Line 3 is no entry')
  await expectAccessible(studio, 'a table')
  await brought.getByRole('button', { name: 'Add them' }).press('Enter')
  await expect(panel.getByText('3 entries', { exact: true })).toBeVisible()

  await panel.getByRole('searchbox', { name: 'Find an entry' }).fill('lest')
  await expect(panel.getByText('1 entry', { exact: true })).toBeVisible()
  await panel.getByRole('button', { name: 'What can be done with “Leicester”' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
  await expect(panel).toContainText('No entry matches.')
  await page.getByRole('button', { name: 'Undo', exact: true }).last().press('Enter')
  await expect(panel.getByText('1 entry', { exact: true })).toBeVisible()
})
