// The main screens as they are drawn at two sizes, and as a screen reader hears them, kept in `screens` beside this
// file: `--update-snapshots` draws what has changed anew, to be looked at.
import type { Locator } from '@playwright/test'
import { dialogueBook } from '../fixtures/dialogue-book.ts'
import { smallEpub } from '../fixtures/small-book.ts'
import { command } from './palette.ts'
import { fontWidths, notAskedYet } from './page/in-page.js'
import { expect, test, type StudioUnderTest } from './studio.ts'

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 800, height: 640 } }

/** Of one line in the families that the pictures were drawn with: Liberation Sans and Serif. */
const drawnWith = [444, 362]

/** `heard` is the part that is asked as a screen reader has it: the files hold what must be there, in order. */
async function expectScreen(
  { page }: StudioUnderTest,
  name: string,
  heard: Locator = page.getByRole('main'),
): Promise<void> {
  await expect.soft(heard).toMatchAriaSnapshot({ name: `${name}.aria.yml` })
  // Other letters make another picture of the same screen: elsewhere it is only heard.
  const fonts = await page.evaluate(fontWidths)
  if (fonts.join() !== drawnWith.join()) return
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await expect.soft(page).toHaveScreenshot(`${name}-${size}.png`, {
      // Figures of this very run.
      mask: [page.getByRole('region', { name: 'Performance' })],
      maxDiffPixelRatio: 0.005,
    })
  }
  await page.setViewportSize(sizes.wide)
}

test.beforeEach(async ({ studio }) => {
  await studio.page.setViewportSize(sizes.wide)
  await studio.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
})

test('the first run, a book and its panels look and sound as they did', async ({ studio }) => {
  test.slow()
  const { page } = studio
  await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
  await expectScreen(studio, 'first-run')

  await studio.drop(studio.file('ferry.txt', dialogueBook.text))
  await expect(page.getByRole('row').first()).toBeVisible()
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  await page.getByRole('grid').focus()
  await expectScreen(studio, 'studio')

  for (const tab of ['Sound', 'Script', 'Cast', 'Dictionary', 'Marks']) {
    await page.getByRole('tab', { name: tab }).click()
    await expectScreen(studio, tab.toLowerCase(), page.getByRole('tabpanel', { name: tab }))
  }
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expectScreen(studio, 'export', page.getByRole('dialog'))
  await page.keyboard.press('Escape')
  await command(page, 'settings')
  await expectScreen(studio, 'settings')
})

test('the library, the review and the queue look and sound as they did', async ({ studio }) => {
  test.slow()
  const { page } = studio
  await page.addInitScript(notAskedYet)
  await page.reload()
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Chapters' })).toBeVisible()
  await expectScreen(studio, 'review')
  await page.getByRole('button', { name: 'To the studio' }).click()
  await page.getByRole('button', { name: 'Back to the library' }).click()
  await page.getByRole('button', { name: 'Queue this book' }).click()
  await expect(page.getByText('Nothing left to narrate')).toBeVisible()
  await expectScreen(studio, 'library-and-queue')
})
