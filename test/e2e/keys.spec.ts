// The studio by its keys alone: the sheet, the palette, and keys that a person has chosen.
import type { Page } from '@playwright/test'
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { command } from './palette.ts'
import { soundState, watchSound } from './page/in-page.js'
import { expect, test, type StudioUnderTest } from './studio.ts'

async function openSmallBook(studio: StudioUnderTest): Promise<Page> {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
  await expect(page.getByRole('row').first()).toBeVisible()
  return page
}

const chosenRow = (page: Page) => page.getByRole('row', { selected: true })

test('a sentence is found, changed, spoken and taken back without a pointer', async ({
  studio,
}) => {
  const page = await openSmallBook(studio)
  const second = smallBook.chapters[1]
  await page.keyboard.press(']')
  const row = chosenRow(page)
  await expect(page.getByRole('button', { name: new RegExp(second?.title ?? '') })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const editor = page.getByRole('textbox', { name: 'Text of the segment' })
  await expect(editor).toBeFocused()
  // Letters write here and do nothing else.
  await page.keyboard.press('Control+a')
  await page.keyboard.type('eran [ ] ? words.')
  await expect(editor).toHaveValue('eran [ ] ? words.')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Control+Enter')
  await expect(row).toContainText('eran [ ] ? words.')
  await expect(row).toContainText('Ready')

  await page.keyboard.press('Control+z')
  await expect(row).not.toContainText('eran')
  await page.keyboard.press('Control+Shift+Z')
  await expect(row).toContainText('eran')

  await page.keyboard.press('n')
  await expect(page.getByText('No segment of this book is flagged.').first()).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog', { name: 'Export the audiobook' })).toBeVisible()
  // A dialog keeps its keys.
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Previous flag')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('the palette does commands and goes to chapters, segments and times', async ({ studio }) => {
  const page = await openSmallBook(studio)
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  const [first, second] = smallBook.chapters
  const { projects } = await studio.ask('library.list', {})
  const projectId = projects[0]?.id ?? ''
  const { project } = await studio.ask('project.open', { projectId })
  const ticked = project.chapters.filter(({ spoken }) => spoken)
  const current = (title: string) =>
    page.getByRole('navigation', { name: 'Chapters' }).getByRole('button', { name: title })

  await command(page, second?.title ?? '')
  await expect(current(second?.title ?? '')).toHaveAttribute('aria-current', 'true')
  await expect(chosenRow(page)).toHaveAttribute(
    'aria-rowindex',
    String((ticked[1]?.firstPosition ?? 0) + 1),
  )
  await command(page, 'segment 1')
  await expect(chosenRow(page)).toHaveAttribute('aria-rowindex', '1')

  // Into the second chapter, by the book's time: behind all of the first.
  const chapterId = ticked[0]?.id ?? ''
  const { durationSeconds } = await studio.ask('chapter.timeline', { projectId, chapterId })
  await command(page, `0:${String(Math.ceil(durationSeconds) + 1).padStart(2, '0')}`)
  await expect(current(second?.title ?? '')).toHaveAttribute('aria-current', 'true')
  await command(page, '9:00:00')
  await expect(page.getByText(/What is narrated so far ends at/).first()).toBeVisible()

  await command(page, 'edit the')
  await expect(page.getByRole('textbox', { name: 'Text of the segment' })).toBeFocused()
  // While a text is written the palette can be asked, and gives the text back.
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Text of the segment' })).toBeFocused()
  await page.keyboard.press('Escape')
  await command(page, first?.title ?? '')
  await expect(current(first?.title ?? '')).toHaveAttribute('aria-current', 'true')

  await command(page, 'library')
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
  await command(page, smallBook.title.slice(4))
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
})

test('a key of one’s own is asked for, shown everywhere, and outlives the studio', async ({
  studio,
}) => {
  const { page } = studio
  await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
  await page.keyboard.press('Control+,')
  const field = page.getByRole('button', { name: 'Change the key of Export, now E' })
  await field.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('n')
  await expect(page.getByRole('alert')).toContainText('N is Next flag: take it?')
  await page.keyboard.press('Shift+Tab')
  await page.getByRole('button', { name: 'Take it' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Change the key of Export, now N' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Change the key of Next flag, now No key' }),
  ).toBeVisible()
  const settings = page.getByRole('button', { name: 'Change the key of Pause, now K' })
  await settings.focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('Control+w')
  await expect(page.getByRole('alert')).toContainText('belongs to the browser')

  await page.reload()
  await expect(page.getByRole('button', { name: 'Change the key of Export, now N' })).toBeVisible()
  page.removeAllListeners()
  await studio.kill()
  await studio.restart()
  const again = await openSmallBook(studio)
  await again.keyboard.press('n')
  await expect(again.getByRole('dialog', { name: 'Export the audiobook' })).toBeVisible()
  await again.keyboard.press('Escape')
  await again.keyboard.press('Control+k')
  await expect(again.getByRole('option', { name: 'Export N' })).toBeVisible()
  await again.keyboard.press('Escape')
  await again.keyboard.press('Control+,')
  await again.getByRole('button', { name: 'Set Export back to its usual key' }).press('Enter')
  await expect(
    again.getByRole('button', { name: 'Change the key of Next flag, now N' }),
  ).toBeVisible()
})

test('the sound is as fast as three times, and keeps its pitch', async ({ studio }) => {
  const page = await openSmallBook(studio)
  await page.evaluate(watchSound)
  const speed = page.getByRole('group', { name: 'Speed' })
  await speed.getByRole('button', { name: 'Speed 1.0×' }).press('Enter')
  await expect(page.getByRole('menuitemradio')).toHaveCount(9)
  await expect(page.getByRole('menuitemradio', { name: '0.5×' })).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(speed.getByRole('button', { name: 'Speed 3.0×' })).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('j')
  await page.keyboard.press(' ')
  await expect
    .poll(() => page.evaluate(soundState))
    .toMatchObject({
      rates: [2.5],
      keepsPitch: true,
      error: null,
    })
  await page.keyboard.press('k')
})

test('the measurements are drawn, told in words, and copied as text', async ({ studio }) => {
  const page = await openSmallBook(studio)
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  await command(page, 'performance')
  const dock = page.getByRole('region', { name: 'Performance' })
  await expect(dock.getByRole('img')).toHaveCount(6)
  await expect(dock.getByRole('img', { name: /^Characters per second over/ })).toBeVisible()
  await expect(dock.getByRole('img', { name: /^Memory, MB over.*limit now/ })).toBeVisible()
  if (studio.name === 'web')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await dock.getByRole('button', { name: 'Copy as text' }).press('Enter')
  await expect(page.getByText('The measurements were copied as text.').first()).toBeVisible()
})

test('what is typed before the palette is there is written in it, and does nothing to the row', async ({
  studio,
}) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  // As on a small machine that has just begun.
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/command-palette/, async (route) => {
    await arrived
    await route.continue()
  })
  const row = page.locator('[data-position="1"]')
  await row.click()
  // `m` marks the chosen row and `r` has it spoken again.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('mmnr')
  arrive()
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('mmnr')
  await page.keyboard.type('x')
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('mmnrx')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('row', { selected: true })).toHaveAttribute('data-position', '2')
  const { projects } = await studio.ask('library.list', {})
  const projectId = projects[0]?.id ?? ''
  const { rows } = await studio.ask('segment.list', { projectId, from: 1, count: 1 })
  expect(rows[0]).toMatchObject({ status: { state: 'waiting' } })
  expect(rows[0]?.manner).toBeUndefined()
})
