// From notes to a book that is open: by keys alone, with a language model that streams.
import { openChatServer } from '../chat-server/chat-server.ts'
import { wellWritten } from '../fixtures/writing-studio.ts'
import { expectAccessible } from './accessible.ts'
import { command } from './palette.ts'
import { expect, test } from './studio.ts'

// A step that cannot be done is told soon, not when the whole test is over.
test.use({ actionTimeout: 15_000 })

const notes = '# Hives\n\nBees live in hives.\n\n# Honey\n\nThey make honey.\n'

test('notes become a script as one watches, and a book with its speakers', async ({ studio }) => {
  test.slow()
  const server = await openChatServer({ write: wellWritten, pieceMs: 40, models: ['loopback'] })
  try {
    const { page } = studio
    await page.getByRole('button', { name: 'Write a script from notes' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Write a script from notes' })
    // Without a model it says what one is for, and where to set it.
    await expect(dialog).toContainText('Nothing is sent until you press “Write”')
    await expect(dialog.getByRole('button', { name: 'Write', exact: true })).toBeDisabled()
    await expectAccessible(studio, 'writing without a model')
    await dialog.getByText('Set up a language model').press('Enter')
    await dialog.getByRole('textbox', { name: 'Address' }).fill(server.address)
    await dialog.getByLabel('Model', { exact: true }).fill('loopback')
    await dialog.getByLabel('Price per million tokens sent').fill('1000')
    await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter')
    await expect(dialog.getByText(`loopback at ${server.address}`)).toBeVisible()

    // What is closed loses nothing; what would be sent is shown, and nothing is.
    await dialog.getByRole('textbox', { name: 'Notes' }).fill(notes)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await command(page, 'podcast')
    await expect(dialog.getByRole('textbox', { name: 'Notes' })).toBeFocused()
    await expect(dialog.getByRole('textbox', { name: 'Notes' })).toHaveValue(notes)
    await dialog.getByRole('textbox', { name: 'Who speaks' }).fill('Anna, anna')
    await dialog.getByRole('button', { name: 'Write', exact: true }).press('Enter')
    await expect(dialog.getByText('One to four different names')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Who speaks' }).fill('Anna, Ben')
    await expect(dialog.getByLabel('What writing needs')).toContainText('Sections2')
    await dialog.getByText('What is sent').press('Enter')
    await expect(dialog.getByRole('region', { name: 'The notes' }).last()).toContainText(
      'Bees live',
    )
    await expectAccessible(studio, 'what a script is written from')
    expect(server.calls).toEqual([])

    // As it comes; no more than was granted is spent, and what is granted then goes on.
    await dialog.getByRole('textbox', { name: 'Budget' }).fill('0.10')
    await page.keyboard.press('Enter')
    const script = dialog.getByRole('region', { name: 'The script so far' }).last()
    await expect(script).toBeFocused()
    await expect(script).toContainText('Anna: What about')
    await expect(dialog.getByRole('alert')).toContainText('The writing is paused')
    await expect(dialog).toContainText('1 of 2 sections')
    await expectAccessible(studio, 'a script whose budget is spent')
    await dialog.getByRole('button', { name: 'Raise the budget' }).press('Enter')
    await page.keyboard.type('50')
    await page.keyboard.press('Enter')

    // Its book is open, each line its speaker's.
    await expect(dialog).toBeHidden()
    const line = page.getByRole('row').filter({ hasText: 'Ben: They make honey.' })
    await expect(line).toBeVisible()
    const { projects } = await studio.ask('library.list', {})
    expect(projects.map(({ title }) => title)).toEqual(['Hives'])
    const { rows } = await studio.ask('segment.list', {
      ...{ projectId: projects[0]?.id ?? '', from: 0, count: 9 },
    })
    expect(rows.map(({ manner }) => manner?.speaker ?? '')).toEqual([
      ...['', 'anna', 'ben', 'anna'],
      ...['', 'anna', 'ben', 'anna'],
    ])
    expect(server.calls.length).toBe(2)

    // A document is taken as notes; all of it again costs nothing.
    await command(page, 'podcast')
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'bees.md', mimeType: 'text/markdown', buffer: Buffer.from(notes) })
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Hives')
  } finally {
    await server.close()
  }
})
