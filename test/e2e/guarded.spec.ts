// What the page may not do, and what nobody else may do with the studio.
import type { ElectronApplication } from '@playwright/test'
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { startSecond } from './electron-shell.ts'
import { visibleToPage } from './page/in-page.js'
import { expect, test, type StudioUnderTest } from './studio.ts'

test('the page sees nothing of the machinery behind it', async ({ studio }) => {
  await expect(studio.page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
  expect(await studio.page.evaluate(visibleToPage)).toEqual({
    require: 'undefined',
    process: 'undefined',
    bridge: studio.name === 'web' ? [] : ['call', 'host', 'on'],
    secure: true,
  })
})

test('what the contract does not know is refused, in every shell', async ({ studio }) => {
  const asked = studio.ask('voice.list', {}).then(({ voices }) => voices.length)
  expect(await asked).toBeGreaterThan(100)
  const wrong = studio.ask('project.open', { projectId: 1 } as never)
  await expect(wrong).rejects.toThrow('arguments-invalid')
  const unknown = studio.ask('files.read' as never, { path: '/etc/passwd' } as never)
  await expect(unknown).rejects.toThrow('arguments-invalid')
})

test.describe('on the web', () => {
  test.skip(({ shell }) => shell !== 'web', 'this is about the web door')

  test('the link has worked once and strangers stay outside', async ({ studio, playwright }) => {
    const { origin } = new URL(studio.page.url())
    const [cookie] = await studio.page.context().cookies()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    const stranger = await playwright.request.newContext()
    const status = async (path: string, headers: Record<string, string> = {}) =>
      (await stranger.get(`${origin}${path}`, { headers, maxRedirects: 0 })).status()
    const mine = { cookie: `${cookie?.name}=${cookie?.value}` }
    expect(await status('/')).toBe(401)
    expect(await status('/?token=guess')).toBe(401)
    expect(await status('/', { ...mine, host: 'rebound.example' })).toBe(421)
    expect(await status('/', { ...mine, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await status('/..%2f..%2fpackage.json', mine)).toBe(404)
    expect(await status('/', mine)).toBe(200)
    await stranger.dispose()
  })
})

test.describe('in the window', () => {
  test.skip(({ shell }) => shell === 'web', 'this is about the Electron door')
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
    await expect(
      studio.page.getByRole('heading', { level: 1, name: smallBook.title }),
    ).toBeVisible()
  })

  test('a second start hands its book to the window that is there', async ({ studio }) => {
    const { name, dataFolder, page } = studio
    if (name === 'web') return
    const book = studio.file('cat.epub', smallEpub())
    expect(await startSecond(name, dataFolder, [book])).toBe(0)
    await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
  })
})
