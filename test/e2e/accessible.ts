// Asks axe about a screen, in light and in dark.
import AxeBuilder from '@axe-core/playwright'
import { expect, type StudioUnderTest } from './studio.ts'

export async function expectAccessible(studio: StudioUnderTest, screen: string): Promise<void> {
  const { page, problems } = studio
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const known = problems.length
    const { violations } = await new AxeBuilder({ page })
      // Its other mode opens a second page, which Electron has not.
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    // axe measures with a <style> of its own, which our policy refuses: no fault of the page.
    problems.splice(known)
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    expect(found, `${screen}, ${colorScheme}`).toEqual([])
  }
}
