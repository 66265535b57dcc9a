// The script of a book by keys alone: what its own words tell, what a language model is asked, a tone by hand.
import type { Locator, Page } from '@playwright/test'
import { openChatServer } from '../chat-server/chat-server.ts'
import type { AnswerOf } from '../chat-server/options.ts'
import { dialogueBook } from '../fixtures/dialogue-book.ts'
import { expectAccessible } from './accessible.ts'
import { command } from './palette.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

type OpenScript = { page: Page; panel: Locator; projectId: string }

/** A book in which people talk, and its script beside it. */
async function openScript(studio: StudioUnderTest): Promise<OpenScript> {
  const { page } = studio
  await studio.drop(studio.file('ferry.txt', dialogueBook.text))
  await expect(page.getByRole('row').first()).toBeVisible()
  const { projects } = await studio.ask('library.list', {})
  await page.keyboard.press('s')
  const panel = page.getByRole('tabpanel', { name: 'Script' })
  await expect(panel.getByRole('list', { name: 'Proposals' })).toBeVisible()
  return { page, panel, projectId: projects[0]?.id ?? '' }
}

const rowWith = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const chosenRow = (page: Page) => page.getByRole('row', { selected: true })
/** Itself, not one of its buttons. */
const proposal = (panel: Locator, beginning: string) =>
  panel.getByRole('button', { name: new RegExp(`^${beginning}`) })
/** By its key: the toast that offers it may have gone by the time that a page has been checked. */
const undo = (page: Page) => page.keyboard.press('Control+z')

// A step that cannot be done is told soon, not when the whole test is over.
test.use({ actionTimeout: 15_000 })

test('characters are cast from what the book tells by itself, by keyboard', async ({ studio }) => {
  test.slow()
  const { page, panel, projectId } = await openScript(studio)
  await expect(panel).toContainText('The book’s own words come first')
  await expect(panel).toContainText('Nothing is sent until you press “Ask”')
  await expect(panel.getByText('8 proposals', { exact: true })).toBeVisible()
  await expectAccessible(studio, 'a script without a model')

  // From one to the next; what is taken cuts its row at the quotation marks and names who speaks.
  await proposal(panel, 'Anna: “The ferry').press('ArrowDown')
  await expect(proposal(panel, 'Bernard: “It is always')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const two = proposal(panel, 'Anna: “Then we shall walk to Cholmondeley,” · Anna: “The bridge')
  await expect(two).toBeFocused()
  await page.keyboard.press('o')
  await expect(chosenRow(page)).toContainText('Then we shall walk')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 proposal taken.').first()).toBeVisible()
  await expect(two).toBeHidden()
  await expect(proposal(panel, 'Bernard: “I will not')).toBeFocused()
  await expect(rowWith(page, '“Then we shall walk')).not.toContainText('said Anna')
  await expect(rowWith(page, '“Then we shall walk')).toContainText('Anna')
  await expect(rowWith(page, '“The bridge is not far.”')).toContainText('Anna')
  const rows = async () =>
    (await studio.ask('segment.list', { projectId, from: 0, count: 99 })).rows
  const cut = (await rows()).length
  await expectAccessible(studio, 'a proposal that was taken')

  await undo(page)
  await expect(rowWith(page, '“Then we shall walk')).toContainText('said Anna')
  await expect.poll(async () => (await rows()).length).toBe(cut - 2)
  await two.press('y')
  await expect.poll(async () => (await rows()).length).toBe(cut)

  // What is dismissed is not proposed any more, until that is taken back.
  await page.keyboard.press('Home')
  await expect(proposal(panel, 'Anna: “The ferry')).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByText('1 proposal dismissed.').first()).toBeVisible()
  await expect(proposal(panel, 'Bernard: “It is always')).toBeFocused()
  await expect(panel.getByText('6 proposals', { exact: true })).toBeVisible()
  await page
    .locator('[data-toast]', { hasText: '1 proposal dismissed.' })
    .getByRole('button', { name: 'Undo', exact: true })
    .press('Enter')
  await expect(proposal(panel, 'Anna: “The ferry')).toBeVisible()

  // All that is sure at once, in one step for undo.
  await panel.getByRole('button', { name: 'Take all 7 of Who speaks: sure' }).press('Enter')
  await expect(page.getByText('7 proposals taken.').first()).toBeVisible()
  await expect(panel).toContainText('Nothing is proposed.')
  await expect(rowWith(page, '“I will not walk,”')).toContainText('Bernard')
  await expectAccessible(studio, 'a script with nothing proposed')
  await undo(page)
  await expect(panel.getByText('7 proposals', { exact: true })).toBeVisible()
  await expect(rowWith(page, '“I will not walk,”')).toContainText('replied Bernard')
})

/** A model that knows who calls through the fog, one tone and one name. */
const wise: AnswerOf = ({ id, text }, { system }) => {
  if (system.includes('"speaker"')) return { speaker: 'Anna', confidence: 0.75 }
  if (system.includes('"sameAs"')) {
    const isAnna = id === 'Anna'
    const voice = isAnna
      ? { gender: 'she', phrase: 'clear and quick' }
      : { gender: 'unknown', phrase: '' }
    return { sameAs: '', age: 'unknown', confidence: 0.95, ...voice }
  }
  if (system.includes('choosing it')) return { say: 'A ferry is late.', confidence: 0.95 }
  if (system.includes('"ipa"')) {
    const say = id === 'Cholmondeley' ? 'Chumley' : id
    return { say, ipa: '', confidence: 0.95 }
  }
  return text.includes('Give me your hand')
    ? { tone: 'whispered', phrase: 'out of breath', confidence: 0.95 }
    : { tone: 'plain', phrase: '', confidence: 0.9 }
}

test('a language model is asked for the doubtful rest, once, and nothing is sent before', async ({
  studio,
}) => {
  test.slow()
  const server = await openChatServer({
    ...{ answer: wise, baseMs: 200, key: 'right', models: ['loopback', 'another'] },
  })
  try {
    const { page, panel } = await openScript(studio)
    const section = panel.getByRole('region', { name: 'Language model' })
    await section.getByText('Set up a language model').press('Enter')
    const save = section.getByRole('button', { name: 'Save', exact: true })
    await save.press('Enter')
    await expect(section.getByText('Name the model.')).toBeVisible()
    await expectAccessible(studio, 'the form of a language model')
    await section.getByRole('textbox', { name: 'Address' }).fill(server.address)
    await section.getByLabel('Model', { exact: true }).fill('loopback')
    await section.getByLabel('Key').fill('wrong')
    await section.getByLabel('Price per million tokens sent').fill('1000')
    await section.getByRole('button', { name: 'Save and check' }).press('Enter')
    await expect(section.getByText('It does not answer')).toBeVisible()
    await section.getByRole('button', { name: 'Replace' }).press('Enter')
    await section.getByLabel('Key').fill('right')
    await section.getByRole('button', { name: 'Save and check' }).press('Enter')
    await expect(section.getByText(/It answers, in .* It lists 2 models\./)).toBeVisible()
    await expect(section.getByText(`loopback at ${server.address}`)).toBeVisible()
    const change = section.getByRole('button', { name: 'Change' })
    await expect(change).toBeFocused()

    // What was written is thrown away by nobody but its writer, whichever way the form is left.
    const model = section.getByLabel('Model', { exact: true })
    const asked = page.getByRole('alertdialog', { name: 'Throw away what you wrote?' })
    await change.press('Enter')
    await model.fill('another')
    await section.getByRole('button', { name: 'Cancel' }).press('Enter')
    await asked.getByRole('button', { name: 'Keep writing' }).press('Enter')
    await expect(model).toHaveValue('another')
    await section.locator('summary').first().press('Enter')
    await asked.getByRole('button', { name: 'Throw away' }).press('Enter')
    await expect(change).toBeFocused()
    await change.press('Enter')
    await expect(model).toHaveValue('loopback')
    await section.getByRole('button', { name: 'Cancel' }).press('Enter')
    await expect(change).toBeFocused()

    // What it needs, and what would be sent: nothing of the book has gone anywhere.
    const form = panel.getByRole('form', { name: 'What to ask' })
    await expect(form.getByLabel('What asking needs')).toContainText('22 places')
    await form.getByText('What is sent').press('Enter')
    await expect(form.getByRole('region', { name: 'The lines' }).last()).toContainText('Who goes')
    await expectAccessible(studio, 'what a language model is asked')
    await form.getByRole('checkbox', { name: 'Hard words' }).press('Space')
    await expect(form.getByLabel('What asking needs')).toContainText('16 places')
    await form.getByRole('checkbox', { name: 'Hard words' }).press('Space')
    await expect(form.getByLabel('What asking needs')).toContainText('22 places')
    expect(server.calls.filter(({ items }) => items > 0)).toEqual([])

    // No more than was granted is spent; what is granted then goes on.
    await form.getByRole('textbox', { name: 'Budget' }).fill('0.50')
    await form.getByRole('button', { name: 'Ask', exact: true }).press('Enter')
    const asking = panel.getByRole('region', { name: 'Asking the language model' })
    await expect(asking.getByRole('alert')).toContainText('The asking is paused')
    await expectAccessible(studio, 'a language model whose budget is spent')
    await asking.getByRole('button', { name: 'Raise the budget' }).press('Enter')
    await expect(asking.getByRole('textbox', { name: 'Further budget' })).toBeFocused()
    await page.keyboard.type('50')
    await page.keyboard.press('Enter')
    await expect(form).toBeVisible()

    // Its answers are proposals beside those of the book; one of each kind is taken.
    await expect(panel.getByText('13 proposals', { exact: true })).toBeVisible()
    await expectAccessible(studio, 'what a language model proposes')
    const filter = panel.getByLabel('Which proposals')
    await filter.selectOption('who')
    await proposal(panel, 'Anna: “The ferry').press('End')
    const caller = proposal(panel, 'Anna: “Who goes there\\?”, from the model, 75% sure')
    await expect(caller).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(rowWith(page, '“Who goes there?”')).toContainText('Anna')
    await filter.selectOption('people')
    await proposal(panel, 'Anna: she, clear and quick, from the model, 95% sure').press('y')
    await filter.selectOption('how')
    await proposal(panel, 'whispered, out of breath, from the model, 95% sure').press('y')
    await expect(rowWith(page, '“Give me your hand')).toContainText('whispered, out of breath')
    await filter.selectOption('words')
    const word = proposal(panel, 'Cholmondeley → Chumley, in 3 segments, from the model')
    await word.press('y')
    await expect(panel).toContainText('Nothing of this kind is proposed.')

    // Each thing once: there is nothing left to ask.
    await expect(form).toContainText('All of it is answered already: nothing would be sent.')
    await expect(form.getByRole('button', { name: 'Ask', exact: true })).toBeDisabled()
    const sent = server.calls.filter(({ items }) => items > 0)
    expect(sent.reduce((sum, { items }) => sum + items, 0)).toBe(22)
    expect(JSON.stringify(await studio.ask('script.model', {}))).not.toContain('right')

    await command(page, 'show the cast')
    const cast = page.getByRole('tabpanel', { name: 'Cast' })
    await expect(cast.getByText('she, clear and quick')).toBeVisible()
    await expectAccessible(studio, 'a cast with descriptions')
  } finally {
    await server.close()
  }
})

test('a tone is set on a row by hand, spoken, and taken back', async ({ studio }) => {
  const { page } = await openScript(studio)
  await page.getByRole('button', { name: 'Narrate', exact: true }).press('Enter')
  await studio.narrated()
  await command(page, 'segment 6')
  await page.getByRole('tab', { name: 'Script' }).press('Home')
  const panel = page.getByRole('tabpanel', { name: 'Segment' })
  const row = chosenRow(page)
  await expect(row).toContainText('I will not walk')
  await expect(row).toContainText('Ready')

  await panel.getByRole('combobox', { name: 'Tone' }).focus()
  await page.keyboard.type('angry')
  await expect(row).toContainText('angry')
  await expect(row).toContainText('Out of date')
  await panel.getByRole('textbox', { name: 'More of it' }).fill('through the teeth')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('angry, through the teeth')
  await expectAccessible(studio, 'a tone')
  await page.getByRole('grid').focus()
  await page.keyboard.press('r')
  await expect(row).toContainText('Ready')

  await page.keyboard.press('Control+z')
  await expect(row).not.toContainText('through the teeth')
  await page.keyboard.press('Control+z')
  await expect(row).not.toContainText('angry')
  // As it was before, and so is its sound.
  await expect(row).toContainText('Ready')
})
