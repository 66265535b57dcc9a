// A book in another language by keys: what it needs, the edition with both languages in its rows, and brought up to date.
import { openChatServer } from '../chat-server/chat-server.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './studio.ts'

test.use({ actionTimeout: 15_000 })

const german: Record<string, string> = {
  'The ship sails at dawn.': 'Das Schiff läuft im Morgengrauen aus.',
  'Nobody on board spoke a word for an hour.': 'Eine Stunde lang sprach niemand.',
  'Then the fog came down from the hills.': 'Dann kam der Nebel von den Hügeln herab.',
  'Then the fog rose, and everybody went home.': 'Dann hob sich der Nebel, und alle gingen heim.',
}
const book = `The ship sails at dawn.

Nobody on board spoke a word for an hour.

Then the fog came down from the hills.
`

test('a book is translated, seen beside its original, and brought up to date', async ({
  studio,
}) => {
  test.slow()
  const server = await openChatServer({
    answer: ({ text }) => ({ text: german[String(text)] ?? 'Ein Titel' }),
  })
  try {
    const { page } = studio
    await studio.drop(studio.file('ship.txt', book))
    await expect(page.getByRole('row').first()).toBeVisible()
    await page.keyboard.press('s')
    const panel = page.getByRole('tabpanel', { name: 'Script' })
    const language = panel.getByRole('radio', { name: 'Language' })
    const showLanguage = async () => {
      await page.keyboard.press('s')
      await language.click()
    }
    await language.click()
    const section = panel.getByRole('region', { name: 'Another language' })
    await expect(section).toContainText('Set up a language model above')
    await studio.ask('script.setModel', {
      model: { address: server.address, model: 'loopback', allowPlain: false, price: null },
    })
    await page.reload()
    await expect(page.getByRole('row').first()).toBeVisible()
    await showLanguage()
    await section.getByLabel('Into').selectOption({ label: 'German' })
    await section.getByText(/Glossary \(/).click()
    await section.getByRole('textbox', { name: 'Glossary' }).fill('ship = Schiff\nfog')
    await expect(section.getByRole('alert')).toContainText('1 line is no entry: 2')
    await section.getByRole('textbox', { name: 'Glossary' }).fill('ship = Schiff')
    await expect(section).toContainText('Glossary (1 word)')
    await expectAccessible(studio, 'a translation that is asked for')
    expect(server.calls.length).toBe(0)
    await section.getByRole('button', { name: 'Translate into German' }).press('Enter')
    await page.getByRole('button', { name: 'Open it' }).press('Enter')

    const row = page.getByRole('row').filter({ hasText: 'Das Schiff läuft' })
    await expect(row).toContainText('Original: The ship sails at dawn.')
    await showLanguage()
    await expect(section).toContainText('This is a translation from English')
    await expectAccessible(studio, 'a translation beside its original')

    // What the original says otherwise is asked for alone, and stands in the edition.
    await section.getByRole('button', { name: 'Open the original' }).press('Enter')
    await expect(page.getByRole('row').filter({ hasText: 'The ship sails' })).toBeVisible()
    await showLanguage()
    const third = page.getByRole('row').filter({ hasText: 'the fog came down' })
    await third.dblclick()
    await page
      .getByRole('row')
      .getByRole('textbox')
      .fill('Then the fog rose, and everybody went home.')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('row').filter({ hasText: 'the fog rose' })).toBeVisible()
    const before = server.calls.length
    const renew = section.getByRole('button', { name: 'Update the German edition' })
    await expect(renew).toBeEnabled()
    await renew.press('Enter')
    await expect(section.getByRole('button', { name: /^Open “/ })).toBeVisible()
    await expect.poll(() => server.calls.length).toBe(before + 1)
    await section.getByRole('button', { name: /^Open “/ }).press('Enter')
    await expect(page.getByRole('row').filter({ hasText: 'Dann hob sich' })).toBeVisible()
    expect(server.calls.slice(before).map(({ items }) => items)).toEqual([1])
  } finally {
    await server.close()
  }
})
