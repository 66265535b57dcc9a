// Who speaks, and what is marked: found, given and put right by keys alone.
import type { Page } from '@playwright/test'
import { dialogueBook } from '../fixtures/dialogue-book.ts'
import { expectAccessible } from './accessible.ts'
import { command } from './palette.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

async function openDialogue(studio: StudioUnderTest): Promise<{ page: Page; projectId: string }> {
  const { page } = studio
  await studio.drop(studio.file('ferry.txt', dialogueBook.text))
  await expect(page.getByRole('row').first()).toBeVisible()
  const { projects } = await studio.ask('library.list', {})
  return { page, projectId: projects[0]?.id ?? '' }
}

const chosenRow = (page: Page) => page.getByRole('row', { selected: true })

test('who speaks is found, gets the lines, and a wrong one is put right in three keys', async ({
  studio,
}) => {
  test.slow()
  const { page, projectId } = await openDialogue(studio)
  await command(page, 'show the cast')
  const panel = page.getByRole('tabpanel', { name: 'Cast' })
  await expect(panel).toContainText('No characters yet')
  await expectAccessible(studio, 'an empty cast')

  await panel.getByRole('button', { name: 'Find who speaks' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Find who speaks' })
  await expect(dialog.getByRole('checkbox', { name: /Anna/ })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: /Bernard/ })).toBeChecked()
  const sureness = dialog.getByRole('slider', { name: 'How sure' })
  await expect(sureness).toHaveAttribute('aria-valuetext', 'At least 90% sure')
  await expect(dialog.getByText(/^9 of 10 quotations are at least 90% sure/)).toBeVisible()
  await sureness.press('ArrowLeft')
  await expect(dialog.getByText(/at least 80% sure/)).toBeVisible()
  await dialog.getByText('Doubtful ones (1)').press('Enter')
  await expect(dialog.getByRole('button', { name: 'Go to “Who goes there?”' })).toBeVisible()
  await expectAccessible(studio, 'who speaks')
  await dialog.getByRole('button', { name: 'Give them their lines' }).press('Enter')
  await expect(dialog.getByText(/lines given, \d+ segments cut at quotation marks/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  const { project } = await studio.ask('project.open', { projectId })
  const [anna, bernard] = ['Anna', 'Bernard'].map((name) =>
    project.cast.find((one) => one.name === name),
  )
  const linesOf = async (speaker: string | null) =>
    (await studio.ask('segment.find', { projectId, filter: { speaker } })).positions
  const lines = await linesOf(anna?.id ?? '')
  expect(lines.length).toBeGreaterThan(3)
  await expect(panel.getByText(`${lines.length} lines`)).toBeVisible()

  // A voice of its own, found by words.
  await panel.getByRole('button', { name: /^Voice of Anna/ }).press('Enter')
  const voices = page.getByRole('dialog', { name: 'Choose the voice of Anna' })
  await expect(voices.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('slt')
  await expect(voices.getByRole('listitem').filter({ hasText: 'SLT' })).toBeVisible()
  await expectAccessible(studio, 'the voice of a character')
  await voices.getByRole('button', { name: /^Use / }).first().press('Enter')
  await expect(voices).toBeHidden()
  await expect(
    panel.getByRole('button', { name: /^Voice of Anna: (?!The narrator)/ }),
  ).toBeVisible()

  // Heard with a line of its own, which needs not be spoken again.
  await panel.getByRole('button', { name: 'Hear a line of Anna' }).press('Enter')
  const ready = { projectId, filter: { speaker: anna?.id ?? '', state: 'ready' as const } }
  await expect
    .poll(async () => (await studio.ask('segment.find', ready)).positions.length)
    .toBeGreaterThan(0)

  // A name in place; Escape leaves it.
  const name = panel.getByRole('textbox', { name: 'Name of Anna' })
  await name.fill('Anna of the Ferry')
  await name.press('Enter')
  await expect(panel.getByRole('textbox', { name: 'Name of Anna of the Ferry' })).toBeVisible()

  // Wrong: the third line of Anna is Bernard's. To it, and his number.
  const wrong = lines[2] ?? 0
  const number = project.cast.findIndex(({ id }) => id === bernard?.id) + 1
  await command(page, `segment ${wrong + 1}`)
  await page.keyboard.press(String(number))
  await expect.poll(() => linesOf(bernard?.id ?? '')).toContain(wrong)
  await page.keyboard.press('0')
  await expect.poll(() => linesOf(null)).toContain(wrong)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => linesOf(anna?.id ?? '')).toContain(wrong)

  await expect(
    panel.getByRole('button', { name: 'All lines of Anna of the Fer… to…' }),
  ).toBeVisible()

  // All like it, by two keys.
  await page.keyboard.press('Shift+S')
  const alike = page.getByRole('dialog', { name: 'Everything Anna of the Ferry says goes to…' })
  await expect(alike.getByRole('button', { name: /Bernard/ })).toBeFocused()
  await expectAccessible(studio, 'everything like this')
  await page.keyboard.press(String(number))
  await expect.poll(() => linesOf(anna?.id ?? '')).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await linesOf(anna?.id ?? '')).length).toBe(lines.length)

  await expectAccessible(studio, 'the cast')
  await panel.getByRole('button', { name: 'What can be done with Bernard' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  await expect(panel.getByRole('textbox', { name: 'Name of Bernard' })).toBeHidden()
  await expect(panel.getByRole('button', { name: 'Add a character' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(panel.getByRole('textbox', { name: 'Name of Bernard' })).toBeVisible()
})

test('what is marked while it is heard waits in the list, and the sound goes on', async ({
  studio,
}) => {
  const { page, projectId } = await openDialogue(studio)
  await page.getByRole('button', { name: 'Narrate', exact: true }).press('Enter')
  await studio.narrated()
  await page.getByRole('grid').focus()
  await page.keyboard.press(' ')
  const player = page.getByRole('region', { name: 'Player' })
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(page.getByText('Being heard')).toHaveCount(1)
  await page.keyboard.press('m')
  const marked = async () => (await studio.ask('project.marks', { projectId })).marks
  await expect.poll(async () => (await marked()).length).toBe(1)
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('k')

  const [mark] = await marked()
  await page.keyboard.press('End')
  await command(page, 'show marks')
  const panel = page.getByRole('tabpanel', { name: 'Marks' })
  const item = panel.getByRole('button', { name: new RegExp(mark?.line.text.trim() ?? '') })
  await item.press('Enter')
  await expect(chosenRow(page)).toHaveAttribute(
    'aria-rowindex',
    String((mark?.line.position ?? 0) + 1),
  )
  await panel.getByRole('button', { name: 'Write a note' }).press('Enter')
  await page.keyboard.type('Too fast')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: /^Too fast:/ })).toBeVisible()
  await expectAccessible(studio, 'the marks')
  await panel.getByRole('button', { name: 'Done: take the mark away' }).press('Enter')
  await expect(panel).toContainText('Nothing is marked or flagged.')
  await expectAccessible(studio, 'no marks')
})
