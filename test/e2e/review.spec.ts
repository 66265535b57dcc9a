// A book looked through before it is narrated, by keys and by pointer, with undo for every step.
import { annotatedEpub } from '../fixtures/annotated-book.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

async function openReview(studio: StudioUnderTest) {
  const { page } = studio
  await studio.drop(studio.file('tides.epub', annotatedEpub()))
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Chapters' })).toBeVisible()
  const chapters = page.getByRole('region', { name: 'Chapters' }).getByRole('listitem')
  const titles = async () =>
    (await chapters.getByRole('button', { name: /words/ }).allInnerTexts()).map(
      (text) => text.split('\n')[0],
    )
  const text = page.getByRole('listbox', { name: /^Text of/ })
  const findings = page.getByRole('complementary', { name: 'What was found' })
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  return { page, chapters, titles, text, findings, undo }
}

test('the review says what comes unticked and what was left out, with the reason', async ({
  studio,
}) => {
  const { page, chapters, findings, text } = await openReview(studio)
  await expect(chapters).toHaveCount(5)
  await expect(chapters.nth(0)).toContainText('Left out: title page')
  await expect(chapters.nth(4)).toContainText('Left out: notes')
  for (const at of [1, 2, 3]) await expect(chapters.nth(at).getByRole('checkbox')).toBeChecked()
  await expect(findings).toContainText('2 × page number')
  await expect(findings).toContainText('1 × program code')
  await expect(findings).toContainText('2 note marks are not read aloud')
  await expect(text.getByRole('option', { name: /12/ })).toContainText('Left out: page number')
  await expect(page.getByText('3 of 5 chapters ticked')).toBeVisible()
})

test('a new edition says what is the same and what is new', async ({ studio }) => {
  const { page, findings } = await openReview(studio)
  await page.getByRole('button', { name: 'Back to the library' }).click()
  const edited = annotatedEpub('Then a gull remembered everything.')
  await studio.drop(studio.file('tides-second.epub', edited))
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(findings).toContainText('1 line is new, 1 is gone.')
  await expect(findings).toContainText('Then a gull remembered everything.')
})

test('lines are put back one by one or all alike, and undo leaves them out again', async ({
  studio,
}) => {
  const { findings, text, undo } = await openReview(studio)
  await findings.getByRole('button', { name: 'Put back: 12' }).click()
  await expect(findings).toContainText('1 × page number')
  await expect(text.getByRole('option', { name: '12', exact: true })).toBeVisible()
  await undo.click()
  await expect(findings).toContainText('2 × page number')
  await findings.getByRole('button', { name: 'Put all 2 back' }).click()
  await expect(findings).not.toContainText('page number')
  await undo.click()
  await expect(findings).toContainText('2 × page number')
})

test('notes are read where their marks are once a person wants it', async ({ studio }) => {
  const { findings, text, chapters } = await openReview(studio)
  await findings.getByRole('radio', { name: /After the paragraph/ }).click()
  await expect(text).toContainText('Breakfast was at seven.')
  await expect(text.getByRole('option').nth(2)).toHaveText('Breakfast was at seven.')
  await findings.getByRole('radio', { name: /Not read/ }).click()
  await expect(text).not.toContainText('Breakfast')
  await expect(chapters.nth(4)).toContainText('Notes')
})

test('the keyboard renames, moves, joins, splits and ticks chapters', async ({ studio }) => {
  const { page, chapters, titles, text } = await openReview(studio)
  await chapters
    .nth(1)
    .getByRole('button', { name: /^Low Water/ })
    .focus()
  await page.keyboard.press('F2')
  await page.keyboard.insertText('Ebb')
  await page.keyboard.press('Enter')
  await expect.poll(titles).toContain('Ebb')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(titles).toEqual(['Title Page', 'Slack Water', 'Ebb', 'High Water', 'Notes'])
  await page.keyboard.press('j')
  await expect.poll(titles).toEqual(['Title Page', 'Slack Water', 'Ebb', 'Notes'])
  await expect(text).toContainText('By noon the clock was under the sea again')
  await page.keyboard.press('Space')
  await expect(chapters.nth(2).getByRole('checkbox')).not.toBeChecked()
  for (let step = 0; step < 4; step++) {
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled()
    await page.keyboard.press('Control+z')
  }
  await expect
    .poll(titles)
    .toEqual(['Title Page', 'Low Water', 'Slack Water', 'High Water', 'Notes'])

  await text.getByRole('option').first().focus()
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'Begin a chapter here' }).press('Enter')
  await expect(chapters).toHaveCount(6)
  await expect.poll(titles).toContain('It was still going, though nobody had wound it.')
})

test('the pointer does the same from the menu of a chapter', async ({ studio }) => {
  const { page, chapters, titles } = await openReview(studio)
  const menu = async (title: string, deed: string) => {
    await page.getByRole('button', { name: `Change ${title}` }).click()
    await page.getByRole('menuitem', { name: deed }).click()
  }
  await menu('High Water', 'Move up')
  await expect
    .poll(titles)
    .toEqual(['Title Page', 'Low Water', 'High Water', 'Slack Water', 'Notes'])
  await menu('Low Water', 'Join with the next chapter')
  await expect(chapters).toHaveCount(4)
  await menu('Low Water', 'Rename')
  await page.getByRole('textbox', { name: 'New title' }).fill('In and out')
  await page.keyboard.press('Enter')
  await expect.poll(titles).toContain('In and out')
  await chapters.nth(0).getByRole('checkbox').click()
  await expect(chapters.nth(0).getByRole('checkbox')).toBeChecked()
  await page.getByRole('button', { name: 'To the studio' }).click()
  await expect(page.getByRole('checkbox', { name: 'Narrate and export In and out' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Narrate and export Title Page' })).toBeChecked()
})
