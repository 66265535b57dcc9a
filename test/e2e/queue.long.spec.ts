// The queue by keys alone: books that are narrated one after another, over a restart; and books that reopen
// where they were left.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

/** A book of so many segments: each is a paragraph. */
const bookOf = (title: string, sentences: number): string =>
  [
    `# ${title}`,
    ...Array.from(
      { length: sentences },
      (_, at) =>
        `In ${title} there is a sentence with the number ${at} that is long enough to stand alone.`,
    ),
  ].join('\n\n')

async function shelve(studio: StudioUnderTest, titles: readonly string[], sentences: number) {
  const { page } = studio
  for (const title of titles) {
    await studio.drop(studio.file(`${title}.md`, bookOf(title, sentences)))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.getByRole('button', { name: 'Back to the library' }).click()
  }
}

/** Goes on with Tab until what has this name is reached. */
async function reach(page: Page, name: string | RegExp) {
  const wanted = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab')
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return
  }
  throw new Error(`${name} is not reached`)
}

const queued = async (studio: StudioUnderTest): Promise<string[]> => {
  const { entries } = await studio.ask('queue.read', {})
  return entries.map(({ title, state }) => `${title} ${state}`)
}

test('three books are queued, put in order, and narrated one after another over a restart', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  const keys = page.keyboard
  await shelve(studio, ['North', 'South', 'East'], 60)
  // The last one added comes first on the shelf.
  await reach(page, 'Queue these 3 books')
  await keys.press('Enter')
  const panel = page.getByRole('region', { name: 'Queue' })
  await expect(panel.getByRole('listitem')).toHaveCount(3)
  await reach(page, 'Pause the queue')
  await keys.press('Enter')
  await expect(panel.getByText('Paused', { exact: true })).toBeVisible()

  await expectAccessible(studio, 'the queue')

  await page.locator('body').focus()
  await reach(page, 'Move North up')
  await keys.press('Enter')
  await expect(panel.getByRole('listitem').nth(1)).toContainText('North')
  await expect(panel.getByRole('button', { name: 'Move North up' })).toBeFocused()
  await keys.press('Alt+ArrowUp')
  await expect(panel.getByRole('listitem').first()).toContainText('North')
  await expect(panel.getByRole('button', { name: 'Move North up' })).toBeFocused()
  expect((await queued(studio)).map((entry) => entry.split(' ')[0])).toEqual([
    ...['North', 'East', 'South'],
  ])

  await page.keyboard.press('Shift+Tab')
  await page.getByRole('button', { name: 'Go on with the queue' }).focus()
  await keys.press('Enter')
  await expect(panel.getByRole('listitem').first()).toContainText('Narrating')
  // One at a time, in their order.
  await expect
    .poll(() => queued(studio), { timeout: 60_000, intervals: [50] })
    .toEqual(['North done', 'East narrating', 'South waiting'])

  page.removeAllListeners()
  await studio.kill()
  await studio.restart()
  const again = studio.page.getByRole('region', { name: 'Queue' })
  await expect(again.getByRole('listitem').nth(1)).toContainText(/Narrating|Narrated/)
  await expect
    .poll(() => queued(studio), { timeout: 80_000 })
    .toEqual(['North done', 'East done', 'South done'])
  await expect(again.getByText('Nothing left to narrate')).toBeVisible()
  const { projects } = await studio.ask('library.list', {})
  expect(projects.map(({ segments, ready }) => segments - ready)).toEqual([0, 0, 0])
  await reach(studio.page, 'Clear what is done')
  await studio.page.keyboard.press('Enter')
  await expect(again).toHaveCount(0)
})

test('a book is queued from the menu on its card, and taken out by a key', async ({ studio }) => {
  const { page } = studio
  await shelve(studio, ['North'], 3)
  await studio.ask('queue.pause', {})
  await reach(page, 'Actions for North')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  for (let step = 0; step < 12; step += 1) {
    if ((await page.locator('[role=menuitem]:focus').textContent()) === 'Add to the queue') break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: 'Queue' })
  await expect(panel.getByRole('listitem')).toContainText('Waits for its turn')
  await panel.getByRole('link', { name: 'North' }).focus()
  await page.keyboard.press('Delete')
  await expect(panel).toHaveCount(0)
  // The focus is not lost with the panel.
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('a book reopens at the row, the panel and the speed where it was left', async ({ studio }) => {
  const { page } = studio
  const keys = page.keyboard
  await shelve(studio, ['North'], 40)
  await reach(page, 'Open North')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'North' })).toBeVisible()
  const chosen = (at: Page) => at.getByRole('row', { selected: true })
  await expect(chosen(page)).toContainText('North')
  for (let step = 0; step < 9; step += 1) await keys.press('ArrowDown')
  await expect(chosen(page)).toContainText('number 8 ')
  await page.getByRole('tab', { name: 'Sound' }).focus()
  await keys.press('Enter')
  await page.getByRole('button', { name: 'Faster' }).focus()
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: /^Speed.*1\.25/ })).toBeVisible()
  const { projects } = await studio.ask('library.list', {})
  const projectId = projects[0]?.id ?? ''
  await expect
    .poll(async () => (await studio.ask('place.read', { projectId })).place)
    .toMatchObject({ position: 9, panel: 'sound', rate: 1.25 })

  page.removeAllListeners()
  await studio.kill()
  await studio.restart()
  await studio.page.getByRole('link', { name: 'Open North' }).focus()
  await studio.page.keyboard.press('Enter')
  await expect(chosen(studio.page)).toContainText('number 8 ')
  await expect(studio.page.getByRole('tab', { name: 'Sound' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(studio.page.getByRole('button', { name: /^Speed.*1\.25/ })).toBeVisible()
})
