// The face in another language, larger and without colours of its own; and settings found by keys.
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { expectAccessibleAsShown } from './accessible.ts'
import { backgrounds, drawing, outOfReach, scriptsLoaded, sidewaysRoom } from './page/in-page.js'
import { expect, test } from './studio.ts'

test('German is chosen in the settings, stays after a restart, and speaks on every screen', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  await page.getByRole('button', { name: 'Settings' }).click()
  const language = page.getByRole('combobox', { name: 'Language' })
  await expect(language).toBeVisible()
  expect(await page.evaluate(scriptsLoaded, 'german')).toBe(0)
  await language.selectOption('Deutsch')
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
  expect(await page.evaluate(scriptsLoaded, 'german')).toBeGreaterThan(0)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expectAccessibleAsShown(studio, 'settings')

  await page.getByRole('button', { name: 'Zurück zur Bibliothek' }).click()
  await expect(
    page.getByRole('heading', { name: 'Aus einem Buch ein Hörbuch machen' }),
  ).toBeVisible()
  await expectAccessibleAsShown(studio, 'first run')

  await studio.drop(studio.file('leer.epub', ''))
  await expect(page.getByText('„leer.epub“ ist leer.').first()).toBeVisible()
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(page.getByRole('grid', { name: /^Segmente von/ })).toBeVisible()
  await page.getByRole('button', { name: 'Vertonen', exact: true }).click()
  await studio.narrated()
  await expect(page.getByText('Fertig').first()).toBeVisible()
  await expectAccessibleAsShown(studio, 'studio')
  await page.getByRole('button', { name: 'Exportieren', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Hörbuch exportieren' })).toBeVisible()
  await expectAccessibleAsShown(studio, 'export')
  await page.keyboard.press('Escape')

  await page.reload()
  await expect(page.getByRole('button', { name: 'Durchsicht' })).toBeVisible()
  await page.getByRole('button', { name: 'Zurück zur Bibliothek' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bibliothek' })).toBeVisible()
  await expect(page.getByText('Vertont')).toBeVisible()
  await expectAccessibleAsShown(studio, 'library')

  await studio.kill()
  await studio.restart()
  await expect(studio.page.getByRole('link', { name: `${smallBook.title} öffnen` })).toBeVisible()
})

test('a setting is found by its name, its variable or its value, by keys alone', async ({
  studio,
}) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Settings' }).click()
  const search = page.getByRole('searchbox', { name: 'Find a setting' })
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows.filter({ hasText: 'LECTERN_THEME' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+f')
  await expect(search).toBeFocused()

  await page.keyboard.type('entries')
  await expect(page.getByText('1 of', { exact: false })).toBeVisible()
  // A limit is shown without being unfolded.
  await expect(rows).toHaveText([/Files inside/])

  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await page.keyboard.type('nothing of the kind')
  await expect(page.getByText('No setting speaks of “nothing of the kind”')).toBeVisible()
  await expectAccessibleAsShown(studio, 'nothing found')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(search).toHaveValue('')

  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('figures for programs')
  await expect(rows).toHaveText([/Figures for programs/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('9090')
  await page.keyboard.press('Enter')
  await expect(rows).toContainText('This has no effect without LECTERN_METRICS_KEY.')
  await expectAccessibleAsShown(studio, 'a setting that lacks something')

  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.press('Escape')
  await page.keyboard.type('text size')
  await expect(rows).toHaveText([/Text size/])
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('combobox', { name: 'Text size' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.locator('html')).toHaveAttribute('data-text-size', 'largest')
})

test('at the largest text nothing runs out of the window', async ({ studio }) => {
  test.slow()
  const { page } = studio
  test.skip(studio.name === 'electron', 'the window of Electron has a size of its own')
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('combobox', { name: 'Text size' }).selectOption('Largest')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await page.getByRole('button', { name: 'Zurück zur Bibliothek' }).click()
  await page.getByRole('link', { name: `${smallBook.title} öffnen` }).click()
  await expect(page.getByRole('grid', { name: /^Segmente von/ })).toBeVisible()
  for (const [width, height, textSize] of [
    [1280, 800, 'largest'],
    [1024, 700, 'largest'],
    // A window of 1280 × 800 at 200 %.
    [640, 400, 'normal'],
    [640, 400, 'largest'],
  ] as const) {
    await studio.ask('settings.change', { name: 'textSize', value: textSize })
    await expect(page.locator('html')).toHaveAttribute('data-text-size', textSize)
    await page.setViewportSize({ width, height })
    const fits = async (screen: string) => {
      const message = `${screen} at ${width} × ${height}, ${textSize}`
      // A screen that is being drawn may be too wide for a frame.
      await expect.poll(() => page.evaluate(sidewaysRoom), { message }).toEqual([])
      if (height === 400)
        await expect.poll(() => page.evaluate(outOfReach), { message }).toEqual([])
    }
    for (const tab of ['Stimme', 'Klang', 'Musik']) {
      await page.getByRole('tab', { name: tab }).click()
      await fits(tab)
    }
    await page.getByRole('button', { name: 'Durchsicht', exact: true }).click()
    await expect(page.getByRole('listbox')).toBeVisible()
    await fits('review')
    await page.getByRole('button', { name: 'Zum Studio' }).click()
    await page.getByRole('button', { name: 'Exportieren', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Hörbuch exportieren' })).toBeVisible()
    await fits('export')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Einstellungen' }).click()
    await expect(page.getByRole('searchbox')).toBeVisible()
    await fits('settings')
    await page.getByRole('button', { name: 'Stimmen', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Stimmen' })).toBeVisible()
    await fits('voices')
    await page.getByRole('button', { name: 'Zurück zum Buch' }).click()
    await page.getByRole('button', { name: 'Zurück zur Bibliothek' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Bibliothek' })).toBeVisible()
    await fits('library')
    await page.getByRole('link', { name: `${smallBook.title} öffnen` }).click()
    await expect(page.getByRole('grid')).toBeVisible()
  }
})

test('what is chosen has a line where colours are the system’s, and nothing moves when it may not', async ({
  studio,
}) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  const chosen = page.locator('[role=row][aria-selected=true]')
  await expect(chosen).toContainText('One: The Cat')
  expect(await chosen.evaluate(drawing)).toMatchObject({ outlineStyle: 'none' })

  await page.emulateMedia({ forcedColors: 'active' })
  expect(await chosen.evaluate(drawing)).toMatchObject({
    outlineStyle: 'solid',
    outlineWidth: '2px',
  })
  // Focus is another line than choice, and what is on another ground than what is off.
  await page.getByRole('tab', { name: 'Sound' }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator(':focus-visible')).toHaveCSS('outline-width', '3px')
  const grounds: { on: string; ground: string }[] = await page
    .getByRole('switch')
    .evaluateAll(backgrounds)
  expect(new Set(grounds.map(({ on, ground }) => `${on} ${ground}`)).size).toBe(2)
  expect(new Set(grounds.map(({ ground }) => ground)).size).toBe(2)
  await page.getByRole('tab', { name: 'Segment' }).click()

  const still = { transitionDuration: expect.stringMatching(/^(0s|0\.001s)/) as unknown }
  expect(await chosen.evaluate(drawing)).not.toMatchObject(still)
  await studio.ask('settings.change', { name: 'motion', value: 'reduced' })
  await expect.poll(() => chosen.evaluate(drawing)).toMatchObject(still)
  await studio.ask('settings.change', { name: 'motion', value: 'system' })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(() => chosen.evaluate(drawing)).toMatchObject(still)
})
