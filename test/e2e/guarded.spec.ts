// What the page may not do with the studio, in every shell.
import { visibleToPage } from './page/in-page.js'
import { expect, test } from './studio.ts'

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
