// Every screen for everybody: axe finds nothing in light and dark, and the keyboard reaches it all.
import { smallEpub } from '../fixtures/small-book.ts'
import { syllables, wavFile } from '../io/codecs/sounds.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './studio.ts'

test('no screen has an axe violation, in light and in dark', async ({ studio }) => {
  test.slow()
  const { page } = studio
  await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
  await expectAccessible(studio, 'the first run')

  await studio.drop(studio.file('empty.epub', ''))
  await expect(page.getByText(/is empty/).first()).toBeVisible()
  await expectAccessible(studio, 'a refused file')

  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  await expectAccessible(studio, 'the studio')

  await page.getByRole('button', { name: 'Show performance' }).click()
  await expectAccessible(studio, 'the performance panel')
  await page.getByRole('radio', { name: 'Slowest operations' }).click()
  await expect(page.getByRole('rowheader', { name: 'Speak, espeak' })).toBeVisible()
  await expectAccessible(studio, 'the slowest operations')

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessible(studio, 'the palette')
  await page.keyboard.type('nothing is called so')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expectAccessible(studio, 'the palette without a find')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await expectAccessible(studio, 'the sheet of keys')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Voice' }).click()
  await expectAccessible(studio, 'the voices')

  await page.getByRole('tab', { name: 'Sound' }).click()
  await page.getByLabel('Preset').selectOption('audible')
  await expect(page.getByRole('tabpanel').getByLabel('Ratio')).toHaveValue('2')
  await page.getByLabel('Highest peak').press('ArrowDown')
  await expect(page.getByLabel('Preset')).toHaveValue('own')
  // Before and after by keys alone: played, changed over while it plays, ended.
  const player = page.getByRole('button', { name: 'Play a passage from here' })
  await player.focus()
  await page.keyboard.press('Enter')
  const playing = page.getByRole('button', { name: 'Stop the passage' })
  await expect(playing).toHaveAttribute('data-mode', 'playing')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Untouched', exact: true })).toBeChecked()
  await expect(playing).toHaveAttribute('data-mode', 'playing')
  await expectAccessible(studio, 'the sound')
  // It may have come to its end by itself while axe was looking.
  await expect(async () => {
    if (await playing.isVisible()) await playing.click({ timeout: 1000 })
    await expect(player).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Preset')).toHaveValue('audible')

  await page.getByRole('button', { name: 'Check a finished file…' }).click()
  const checking = page.getByRole('dialog', { name: 'Check finished files' })
  const words = studio.file('words.mp3', 'No sound at all.')
  await checking.locator('input[type=file]').setInputFiles(words)
  await studio.drop(studio.file('talk.wav', wavFile(syllables(48_000, 24_000, 1), 24_000)))
  await expect(checking.getByText('ACX would not take it')).toBeVisible()
  await expect(checking.getByRole('row', { name: /Sample rate/ })).toContainText('24 kHz')
  await expect(checking.getByText('holds no sound that can be decoded')).toBeVisible()
  await expectAccessible(studio, 'the check of finished files')
  await page.keyboard.press('Escape')
  await expect(checking).toBeHidden()

  await page.getByRole('tab', { name: 'Music' }).click()
  await studio.drop(studio.file('Night Walk.wav', wavFile(syllables(48_000, 24_000, 3), 24_000)))
  await page.getByRole('button', { name: 'Place “Night Walk” in this book' }).click()
  await page.getByRole('menuitem', { name: 'Under every chapter' }).click()
  const cues = page.getByRole('region', { name: 'In this book' })
  await cues.getByText('Night Walk').click()
  await expect(cues.getByLabel('Softer under voices by')).toHaveValue('10')
  await page.getByRole('region', { name: 'Your sounds' }).getByText('0:02').click()
  await page.getByLabel('Source and licence').fill('A. Composer, CC0')
  await expectAccessible(studio, 'the music')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cues.getByText('No music yet.')).toBeVisible()
  expect((await studio.ask('sound.list', {})).sounds).toMatchObject([
    { name: 'Night Walk', licence: 'A. Composer, CC0', samples: 48_000 },
  ])

  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.getByRole('listbox')).toBeVisible()
  await expectAccessible(studio, 'the review')
  await page.getByRole('button', { name: 'To the studio' }).click()

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const exporting = page.getByRole('dialog', { name: 'Export the audiobook' })
  await exporting.getByRole('combobox', { name: 'Files' }).selectOption('Parts of some hours')
  await exporting.getByText('Tags', { exact: true }).click()
  const title = exporting.getByRole('textbox', { name: 'Title' })
  // What the book says of itself comes a moment after the dialog.
  await expect(title).not.toHaveValue('')
  await title.fill('')
  await exporting
    .getByRole('button', { name: /export/i })
    .last()
    .click()
  await expect(exporting.getByText('Give it a title.')).toBeVisible()
  await expectAccessible(studio, 'the export dialog')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expectAccessible(studio, 'the settings')

  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Voices' })).toBeVisible()
  await expect(page.getByText('draft').first()).toBeVisible()
  await expectAccessible(studio, 'where voices come from')

  await page.getByRole('button', { name: 'Add a server' }).click()
  const form = page.getByRole('dialog', { name: 'Add a speech server' })
  await form.getByText('Advanced').click()
  await form.getByRole('textbox', { name: 'Name' }).fill('')
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form.getByText('Give it a name.')).toBeVisible()
  await expectAccessible(studio, 'the form of a server')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Throw away' }).click()

  await page.getByRole('button', { name: 'Back to the book' }).click()
  await page
    .getByRole('button', { name: /library/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
  await expectAccessible(studio, 'the library')

  const more = page.getByRole('button', { name: /^Actions for/ })
  await more.click()
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  await expectAccessible(studio, 'the menu of a book')
  await page.getByRole('menuitem', { name: /^Edit title/ }).click()
  const describing = page.getByRole('dialog', { name: 'Edit the book' })
  await describing.getByRole('textbox', { name: 'Title' }).fill('')
  await describing.getByRole('button', { name: 'Save' }).click()
  await expect(describing.getByText('Give it a title.')).toBeVisible()
  await expectAccessible(studio, 'the form of a book')
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox').fill('nothing like it')
  await expect(page.getByRole('heading', { name: 'No book matches' })).toBeVisible()
  await expectAccessible(studio, 'a search that finds nothing')
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await more.click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(page.getByRole('heading', { name: 'All your books are archived' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expectAccessible(studio, 'a shelf whose books are archived')
})

test('the desk of a segment has no axe violation either', async ({ studio }) => {
  test.slow()
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(page.getByRole('row').first()).toBeVisible()
  await page.getByRole('grid').focus()
  const takes = page.getByRole('listitem', { name: /^Take \d/ })
  for (const count of [1, 2]) {
    await page.keyboard.press('r')
    await expect(takes).toHaveCount(count)
  }
  await page.keyboard.press('c')
  await expect(page.getByRole('radiogroup', { name: 'Which is heard' })).toBeVisible()
  await takes
    .first()
    .getByRole('button', { name: /^Note on/ })
    .click()
  await page.keyboard.type('Too slow')
  await page.keyboard.press('Enter')
  await page.getByLabel('Pace').last().fill('0.9')
  await page.getByLabel('Pace').last().press('Enter')
  await expect(page.getByRole('region', { name: 'Out of date' })).toContainText('about')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('textbox', { name: 'What is spoken' })).toBeFocused()
  await expectAccessible(studio, 'takes compared, what is spoken written, one out of date')
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await expectAccessible(studio, 'the voices to speak with')
})

test('the keyboard chooses, edits, opens the export and shows its sheet', async ({ studio }) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  const chosen = page.locator('[role=row][aria-selected=true]')
  await expect(chosen).toContainText('One: The Cat')

  await page.keyboard.press('ArrowDown')
  await expect(chosen).toContainText('A cat lived in the lighthouse.')
  await page.keyboard.press('Enter')
  const editor = page.getByRole('textbox', { name: 'Text of the segment' })
  await expect(editor).toBeFocused()
  await editor.press('Escape')
  await expect(editor).toBeHidden()

  await page.keyboard.press('e')
  await expect(page.getByRole('dialog', { name: 'Export the audiobook' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('r')
  await expect(chosen).toContainText('Ready', { timeout: 30_000 })
  await page.keyboard.press('Space')
  await expect(
    page.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Pause' }),
  ).toBeVisible()
  await page.keyboard.press('k')
  await expect(
    page.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Play' }),
  ).toBeVisible()
})
