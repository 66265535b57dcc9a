// The desk by its keys alone: a sentence put right, takes compared and chosen, locked, recorded, trimmed, levelled.
import type { Page } from '@playwright/test'
import { syllables, wavFile } from '../io/codecs/sounds.ts'
import { makeTransfer, soundState, watchSound } from './page/in-page.js'
import { expect, test, type StudioUnderTest } from './studio.ts'

test.use({ actionTimeout: 15_000 })

const story = [
  'The lamp stood in the window of the tower and burned until the morning came.',
  'Nobody on the island could remember who had lit it for the first time.',
  'Dr. Price left in 1775 and took the key of the lamp room with him.',
].join('\n\n')

const chosenRow = (page: Page) => page.getByRole('row', { selected: true })
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Voice and details' })
const takesOf = (page: Page) => panelOf(page).getByRole('listitem', { name: /^Take \d/ })
const barOf = (page: Page) => page.getByRole('region', { name: 'Out of date' })

/** A book of three sentences, all of them spoken; the first row is chosen. */
async function openStory(studio: StudioUnderTest): Promise<Page> {
  const { page } = studio
  await page.evaluate(watchSound)
  await studio.drop(studio.file('lamp.txt', story))
  await expect(page.getByRole('row').first()).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('narrate all')
  await expect(page.getByRole('option')).toHaveText(['Narrate all ticked chapters'])
  await expect(page.getByRole('option').first()).toHaveAttribute('data-highlighted', '')
  await page.keyboard.press('Enter')
  await studio.narrated(3)
  await expect(takesOf(page)).toHaveCount(1)
  return page
}
async function projectOf({ ask }: StudioUnderTest) {
  const [project] = (await ask('library.list', {})).projects
  const projectId = project?.id ?? ''
  const rows = async () => (await ask('segment.list', { projectId, from: 0, count: 3 })).rows
  return { projectId, rows }
}
const spokenBy = async ({ ask }: StudioUnderTest) =>
  (await ask('performance.read', {})).samples.at(-1)?.speech.spoken
const seconds = async (page: Page) => (await page.evaluate(soundState)).seconds

test('what is spoken is put right apart from the text, spoken when wanted, and heard', async ({
  studio,
}) => {
  const page = await openStory(studio)
  const panel = panelOf(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const row = chosenRow(page)
  await expect(row).toContainText('1775')
  await page.keyboard.press('Shift+Enter')
  const editor = page.getByRole('textbox', { name: 'What is spoken' })
  await expect(editor).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Doctor Price left at night.')
  await page.keyboard.press('Enter')
  await expect(editor).toBeHidden()
  await expect(row).toContainText('Out of date')
  await expect(row).toContainText('1775')
  await expect(panel).toContainText('Doctor Price left at night.')
  await expect(panel).toContainText('Written by hand')

  // Nothing was spoken yet; what it would take is told, and one key does it.
  const before = await spokenBy(studio)
  await expect(barOf(page)).toContainText('1 out of date')
  await expect(barOf(page)).toContainText(/about \d+ s/)
  await page.keyboard.press('Shift+r')
  await expect(row).toContainText('Ready')
  await expect(barOf(page)).toBeHidden()
  await expect.poll(() => spokenBy(studio)).toBe((before ?? 0) + 1)
  await page.keyboard.press(' ')
  await expect.poll(() => seconds(page)).toBeGreaterThan(0.3)
  await page.keyboard.press('k')

  await page.keyboard.press('Shift+Enter')
  await page.getByRole('button', { name: 'Back to the rules' }).press('Enter')
  await expect(panel).not.toContainText('at night')
  await expect(row).toContainText('Ready')
  await page.keyboard.press('Control+z')
  await expect(panel).toContainText('Doctor Price left at night.')
})

test('two takes are compared while they play, and one is chosen, noted and heard', async ({
  studio,
}) => {
  const page = await openStory(studio)
  const panel = panelOf(page)
  await page.keyboard.press('w')
  await expect(page.getByRole('combobox', { name: 'Find a voice' })).toBeFocused()
  await page.keyboard.type('scotland espeak-ng')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Scotland')
  await page.keyboard.press('Enter')
  await expect(takesOf(page)).toHaveCount(2)
  await expect(takesOf(page).nth(1)).toContainText('Scotland')
  await expect(takesOf(page).nth(1)).toContainText('Chosen')
  // Another voice than its own was chosen all the same: it is locked.
  await expect(panel.getByRole('switch', { name: 'Locked' })).toBeChecked()

  await page.getByRole('grid').focus()
  await page.keyboard.press('c')
  const pair = panel.getByRole('radiogroup', { name: 'Which is heard' })
  await expect(pair.getByRole('radio', { name: /^A: Take 2/ })).toBeChecked()
  await expect.poll(() => seconds(page)).toBeGreaterThan(0.5)
  await page.keyboard.press('c')
  await expect(pair.getByRole('radio', { name: /^B: Take 1/ })).toBeChecked()
  // The other went on from where this one was.
  await expect.poll(() => seconds(page)).toBeGreaterThan(1)
  await panel.getByRole('button', { name: 'Choose what is heard' }).press('Enter')
  await expect(takesOf(page).first()).toHaveAttribute('aria-current', 'true')
  await expect(panel.getByRole('switch', { name: 'Locked' })).not.toBeChecked()

  await page.getByRole('grid').focus()
  await page.keyboard.press('t')
  await expect(takesOf(page).nth(1)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Shift+t')
  await expect(takesOf(page).first()).toHaveAttribute('aria-current', 'true')
  await takesOf(page)
    .nth(1)
    .getByRole('button', { name: /^Note on/ })
    .press('Enter')
  await page.keyboard.type('Too slow at the end')
  await page.keyboard.press('Enter')
  await expect(takesOf(page).nth(1)).toContainText('Too slow at the end')
  await page.keyboard.press('Control+z')
  await expect(takesOf(page).nth(1)).not.toContainText('Too slow')
})

test('a locked segment stays as it sounds when the book gets another voice', async ({ studio }) => {
  const page = await openStory(studio)
  await page.keyboard.press('Shift+l')
  await expect(panelOf(page).getByRole('switch', { name: 'Locked' })).toBeChecked()
  const { projectId, rows } = await projectOf(studio)
  const [before] = await rows()
  await studio.ask('project.cast', { projectId, voice: 'espeak:gmw/en-GB-scotland' })
  const states = async () => (await rows()).map(({ status }) => status.state)
  await expect.poll(states).toEqual(['ready', 'stale', 'stale'])
  expect((await rows())[0]?.status).toEqual(before?.status)
  await expect(barOf(page)).toContainText('2 out of date')
  await page.keyboard.press('Shift+l')
  await expect.poll(states).toEqual(['stale', 'stale', 'stale'])
  await page.keyboard.press('Control+z')
  await expect.poll(states).toEqual(['ready', 'stale', 'stale'])
})

test('an own recording is chosen or dropped, and becomes the take that is heard', async ({
  studio,
}) => {
  const page = await openStory(studio)
  const panel = panelOf(page)
  const bring = panel.getByText('Bring a recording…')
  const choose = async (path: string) => {
    const asked = page.waitForEvent('filechooser')
    await bring.press('Enter')
    await (await asked).setFiles(path)
  }
  await choose(studio.file('words.txt', 'No sound at all.'))
  await expect(page.getByText(/“words.txt” is no sound file. Drop a WAV/).first()).toBeVisible()
  await choose(studio.file('broken.wav', 'No sound at all.'))
  await expect(page.getByText(/holds no sound that can be decoded/).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await choose(studio.file('mine.wav', wavFile(syllables(48_000, 24_000, 1), 24_000)))
  await expect(takesOf(page)).toHaveCount(2)
  await expect(takesOf(page).nth(1)).toContainText('Own recording')
  await expect(takesOf(page).nth(1)).toHaveAttribute('aria-current', 'true')
  const { rows } = await projectOf(studio)
  expect((await rows())[0]?.status).toMatchObject({ state: 'ready', durationSeconds: 2 })

  const bytes = wavFile(syllables(72_000, 24_000, 5), 24_000)
  const dataTransfer = await page.evaluateHandle(makeTransfer, {
    base64: bytes.toString('base64'),
    name: 'again.wav',
  })
  // Anywhere on the panel.
  const place = panel.getByText('The lamp stood in the window')
  await place.dispatchEvent('dragenter', { dataTransfer })
  await place.dispatchEvent('dragover', { dataTransfer })
  await expect(panel).toContainText('Let go: it becomes a take')
  await expect(page.getByRole('region', { name: 'Drop' })).toBeHidden()
  await place.dispatchEvent('drop', { dataTransfer })
  await expect(takesOf(page)).toHaveCount(3)
  await expect.poll(async () => (await rows())[0]?.status).toMatchObject({ durationSeconds: 3 })
  // The window has left it alone: no dialog is open, and no book was added.
  await expect(page.getByRole('dialog', { name: 'Check finished files' })).toBeHidden()
})

test('a take is trimmed by keys, which changes what is heard and is taken back', async ({
  studio,
}) => {
  const page = await openStory(studio)
  const panel = panelOf(page)
  const { projectId, rows } = await projectOf(studio)
  const [row] = await rows()
  const segmentId = row?.id ?? ''
  const takeId = row && 'takeId' in row.status ? row.status.takeId : ''
  const heard = async () =>
    (await studio.ask('take.hear', { projectId, segmentId, takeId })).durationSeconds
  const before = await heard()
  const asked = await spokenBy(studio)

  const start = panel.getByRole('slider', { name: 'Start' })
  await start.focus()
  const found = Number(await start.getAttribute('aria-valuenow'))
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(start).toHaveAttribute('aria-valuetext', `${(found + 0.29).toFixed(2)} s`)
  await expect.poll(heard).toBeCloseTo(before - 0.29, 1)
  const end = panel.getByRole('slider', { name: 'End', exact: true })
  const last = Number(await end.getAttribute('aria-valuenow'))
  await panel.getByRole('slider', { name: 'Both ends' }).press('ArrowLeft')
  await expect
    .poll(async () => Number(await end.getAttribute('aria-valuenow')))
    .toBeCloseTo(last - 0.01, 2)
  expect(await heard()).toBeCloseTo(before - 0.29, 1)
  await panel.getByRole('button', { name: 'Hear it' }).press('Enter')
  await expect.poll(() => seconds(page)).toBeGreaterThan(0.1)

  await panel.getByRole('button', { name: 'Back to what Lectern found' }).press('Enter')
  await expect.poll(heard).toBe(before)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(heard).toBeCloseTo(before - 0.29, 1)
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Control+z')
  await expect.poll(heard).toBe(before)
  expect(await spokenBy(studio)).toBe(asked)

  // By pointer too: one change when it is let go.
  const box = await end.boundingBox()
  if (box === null) throw new Error('the end of the take is not in view')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 20, y)
  await page.mouse.move(x - 40, y)
  expect(await heard()).toBe(before)
  await page.mouse.up()
  await expect.poll(heard).toBeLessThan(before - 0.2)
  await page.keyboard.press('Control+z')
  await expect.poll(heard).toBe(before)
})

test('louder, softer and pauses speak nothing; another pace makes it out of date', async ({
  studio,
}) => {
  const page = await openStory(studio)
  const panel = panelOf(page)
  const { rows } = await projectOf(studio)
  const manner = async () => (await rows())[0]?.manner
  const asked = await spokenBy(studio)
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('+')
  await expect.poll(manner).toEqual({ gainDb: 1.5 })
  await page.keyboard.press('-')
  await expect.poll(manner).toEqual({ gainDb: 1 })
  await expect(panel.getByLabel('Louder or softer')).toHaveValue('1')
  await page.keyboard.press('.')
  await expect.poll(async () => Number((await manner())?.pauseMs) % 250).toBe(0)
  const longer = Number((await manner())?.pauseMs)
  await page.keyboard.press('.')
  await expect.poll(async () => (await manner())?.pauseMs).toBe(longer + 250)
  await page.keyboard.press(',')
  await expect.poll(async () => (await manner())?.pauseMs).toBe(longer)
  await panel.getByLabel('Louder or softer').fill('-3.3')
  await panel.getByLabel('Louder or softer').press('Enter')
  await expect.poll(async () => (await manner())?.gainDb).toBe(-3.5)
  await expect(chosenRow(page)).toContainText('Ready')

  // All chosen rows at once, and one step back.
  await page.getByRole('grid').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(panel).toContainText('2 segments are selected')
  await page.keyboard.press('+')
  const gains = async () => (await rows()).map((one) => one.manner?.gainDb)
  await expect.poll(gains).toEqual([0.5, 0.5, undefined])
  await page.keyboard.press('Control+z')
  await expect.poll(gains).toEqual([-3.5, undefined, undefined])
  await page.keyboard.press('ArrowUp')
  await expect(panel).not.toContainText('are selected')
  expect(await spokenBy(studio)).toBe(asked)

  await panel.getByRole('textbox', { name: /^Pace/ }).fill('0.8')
  await panel.getByRole('textbox', { name: /^Pace/ }).press('Enter')
  await expect(chosenRow(page)).toContainText('Out of date')
  await expect(barOf(page)).toContainText('1 out of date')
  expect(await spokenBy(studio)).toBe(asked)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+z')
  await expect(chosenRow(page)).toContainText('Ready')
})
