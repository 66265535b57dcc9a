// Whoever listens at the end of a chapter hears the next one without waiting for it.
import { soundState, watchSound } from './page/in-page.js'
import { expect, test } from './studio.ts'

const chapter = (name: string) =>
  `## ${name}\n\n` +
  ['opens', 'goes on', 'comes to its end']
    .map((how) => `The chapter ${name} ${how}, slowly and without any haste at all.`)
    .join('\n\n')
const book = `# Three chapters\n\n${['Amber', 'Birch', 'Cedar'].map(chapter).join('\n\n')}\n`

test('the first segments of the next ticked chapter are made while the last of this one is heard', async ({
  studio,
}) => {
  const { page } = studio
  await page.evaluate(watchSound)
  await studio.drop(studio.file('chapters.md', book))
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Narrate and export Birch' }).click()
  const row = (text: string) => page.getByRole('row').filter({ hasText: text })
  await row('Amber comes to its end').click()
  await page.keyboard.press('Space')

  await expect(row('Cedar opens')).toContainText('Ready')
  await expect(row('Birch opens')).toContainText('Not spoken')
  await expect(row('Amber opens')).toContainText('Not spoken')
  await expect
    .poll(async () => (await page.evaluate(soundState)).seconds, { timeout: 30_000 })
    .toBeGreaterThan(0)
})
