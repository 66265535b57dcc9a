// The window: it leads nowhere else, and files come to it from the menu and from a second start.
import type { ElectronApplication } from '@playwright/test'
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { startSecond } from './electron-shell.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

const appOf = (studio: StudioUnderTest) =>
  (studio as StudioUnderTest & { app: ElectronApplication }).app

test('nothing leads away from the page, and no second window opens', async ({ studio }) => {
  const { page } = studio
  const before = page.url()
  await page.evaluate("location.href = 'https://example.com/'")
  await page.evaluate("window.open('https://example.com/')")
  await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
  expect(page.url()).toBe(before)
  expect(appOf(studio).windows()).toHaveLength(1)
})

test('the menu adds books', async ({ studio }) => {
  await studio.chosen([studio.file('cat.epub', smallEpub())], () =>
    appOf(studio).evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('add-books')?.click(),
    ),
  )
  await expect(studio.page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
})

test('a second start hands its book to the window that is there', async ({ studio }) => {
  const { name, dataFolder, page } = studio
  if (name === 'web') return
  const book = studio.file('cat.epub', smallEpub())
  expect(await startSecond(name, dataFolder, [book])).toBe(0)
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
})

test('the window’s own parts take the theme of the settings, also at the next start', async ({
  studio,
}) => {
  const theme = () => appOf(studio).evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  expect(await theme()).toBe('system')
  await studio.page.getByRole('button', { name: 'Colours' }).click()
  await studio.page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect.poll(theme).toBe('dark')
  await studio.kill()
  await studio.restart()
  expect(await theme()).toBe('dark')
  await expect(studio.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
