// Asks axe about a screen.
import AxeBuilder from '@axe-core/playwright'
import { expect, type StudioUnderTest } from './studio.ts'

/** In light and in dark. */
export async function expectAccessible(studio: StudioUnderTest, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await studio.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessibleAsShown(studio, `${screen}, ${colorScheme}`)
  }
}

/** In the colours it has now, at rest: what is amid a change is looked at again. */
export async function expectAccessibleAsShown(
  studio: StudioUnderTest,
  screen: string,
): Promise<void> {
  await expect(async () => expect(await violationsOf(studio), screen).toEqual([])).toPass({
    timeout: 15_000,
  })
}

async function violationsOf({ page, problems }: StudioUnderTest): Promise<string[]> {
  const known = problems.length
  const { violations } = await new AxeBuilder({ page })
    // Its other mode opens a second page, which Electron has not.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  // axe measures with a <style> of its own, which our policy refuses: no fault of the page.
  problems.splice(known)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
