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

test('the menu adds books, does what can be done now, and speaks as the studio does', async ({
  studio,
}) => {
  const { page } = studio
  const item = (id: string) =>
    appOf(studio).evaluate(({ Menu }, named) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(named)
      return found && { label: found.label, enabled: found.enabled, key: found.accelerator }
    }, id)
  const choose = (id: string) =>
    appOf(studio).evaluate(
      ({ Menu }, named) => Menu.getApplicationMenu()?.getMenuItemById(named)?.click(),
      id,
    )
  await expect.poll(() => item('export')).toEqual({ label: 'Export', enabled: false, key: 'E' })
  await studio.chosen([studio.file('cat.epub', smallEpub())], () => choose('add-book'))
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
  await expect.poll(() => item('export')).toMatchObject({ enabled: true })
  await choose('export')
  await expect(page.getByRole('dialog', { name: 'Export the audiobook' })).toBeVisible()
  await expect.poll(() => item('settings')).toMatchObject({ enabled: false })
  await page.keyboard.press('Escape')
  await expect.poll(() => item('settings')).toMatchObject({ enabled: true })

  await choose('settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await studio.ask('settings.change', { name: 'keys', value: '{"export":["mod+e"]}' })
  await expect.poll(() => item('export')).toMatchObject({ enabled: false, key: 'CmdOrCtrl+E' })
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await expect.poll(() => item('export')).toMatchObject({ label: 'Exportieren' })
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
  await expect.poll(() => item('library')).toMatchObject({ enabled: true })
  await choose('library')
  await expect(page.getByRole('heading', { level: 1, name: 'Bibliothek' })).toBeVisible()
})

test('a second start hands its book to the window that is there', async ({ studio }) => {
  const { name, dataFolder, page } = studio
  if (name === 'web') return
  const book = studio.file('cat.epub', smallEpub())
  expect(await startSecond(name, dataFolder, [book])).toBe(0)
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()

  // Later its link leads there, from wherever the page is; another one leads nowhere.
  await page.evaluate("location.hash = '#/'")
  const { projects } = await studio.ask('library.list', {})
  const before = page.url()
  expect(await startSecond(name, dataFolder, [`lectern://book/${projects[0]?.id}/../../x`])).toBe(0)
  expect(await startSecond(name, dataFolder, ['--write-script'])).toBe(0)
  await expect(page.getByRole('dialog', { name: 'Write a script from notes' })).toBeVisible()
  expect(page.url()).toBe(before)
  await page.keyboard.press('Escape')
  expect(await startSecond(name, dataFolder, [`lectern://book/${projects[0]?.id}`])).toBe(0)
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
  if (name !== 'stand-in') return
  const recent = () =>
    appOf(studio).evaluate(
      ({ app }) => (app as unknown as { recentDocuments: string[] }).recentDocuments,
    )
  expect(await recent()).toEqual([book])
  await studio.ask('project.remove', { projectId: projects[0]?.id ?? '' })
  await expect.poll(recent).toEqual([])
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

  // The accent as well: as it is at the start, and as a person changes it in the system.
  if (studio.name !== 'stand-in') return
  const page = studio.page.locator('html')
  await expect(page).toHaveAttribute('data-system-accent', '#0a84ff')
  expect(await page.getAttribute('style')).toBeNull()
  await studio.ask('settings.change', { name: 'accent', value: 'system' })
  await expect(page).toHaveAttribute('style', /--given-accent/)
  const blue = await page.getAttribute('style')
  await appOf(studio).evaluate(({ systemPreferences }) => {
    Object.assign(systemPreferences, { accent: 'e81123ff' })
    systemPreferences.emit('accent-color-changed', {}, 'e81123ff')
  })
  await expect(page).toHaveAttribute('data-system-accent', '#e81123')
  await expect(page).not.toHaveAttribute('style', blue ?? '')
  await studio.page.reload()
  await expect(page).toHaveAttribute('style', /--given-accent/)
})
