// What a person writes of a server: a form that is left half written, a change made on another page.
import { expect, test } from './studio.ts'

test.use({ actionTimeout: 15_000 })

test('a server’s form asks before it throws away what was written', async ({ studio }) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  await page.getByRole('button', { name: 'Add a server' }).click()
  const form = page.getByRole('dialog', { name: 'Add a speech server' })
  const name = form.getByRole('textbox', { name: 'Name' })
  await form.getByRole('radio', { name: /Another server/ }).click()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()

  await page.getByRole('button', { name: 'Add a server' }).click()
  await name.fill('Half written')
  await page.keyboard.press('Escape')
  const question = page.getByRole('alertdialog', { name: 'Throw away what you wrote?' })
  await expect(question.getByRole('button', { name: 'Keep writing' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(name).toHaveValue('Half written')

  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Throw away' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: 'Add a server' }).click()
  await expect(name).not.toHaveValue('Half written')
})

test('a change of one page is seen by the other', async ({ studio }) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  const server = {
    id: 'elsewhere',
    name: 'Set up elsewhere',
    kind: 'other' as const,
    addresses: ['http://127.0.0.1:9/v1'],
    model: 'm',
    voices: ['anna'],
    languages: [],
    format: 'wav' as const,
    instructions: '',
    allowPlain: false,
    lanes: null,
    requestsPerMinute: null,
    charactersPerMinute: null,
    price: null,
  }
  // Past this page's own mirrors, as another page does it.
  await studio.ask('server.save', { server })
  const card = page.getByRole('heading', { level: 3, name: server.name })
  await expect(card).toBeVisible()
  await studio.ask('server.remove', { id: server.id })
  await expect(card).toBeHidden()
})
