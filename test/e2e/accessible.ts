// Asks axe about a screen.
import AxeBuilder from '@axe-core/playwright'
import { expect, type StudioUnderTest } from './studio.ts'

const ofAllRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What a theme can change: it is colours alone, by light-dark() in tokens.css. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** In light by all rules, in dark by those of colours. */
export async function expectAccessible(studio: StudioUnderTest, screen: string): Promise<void> {
  await studio.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectAccessibleAsShown(studio, `${screen}, light`)
  await studio.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNoViolation(studio, `${screen}, dark`, (axe) => axe.withRules(ofColours))
}

/** In the colours it has now. */
export function expectAccessibleAsShown(studio: StudioUnderTest, screen: string): Promise<void> {
  return expectNoViolation(studio, screen, (axe) => axe.withTags(ofAllRules))
}

type Asking = (axe: AxeBuilder) => AxeBuilder

/** At rest: what is amid a change is looked at again. */
async function expectNoViolation(
  studio: StudioUnderTest,
  screen: string,
  asking: Asking,
): Promise<void> {
  await expect(async () => expect(await violationsOf(studio, asking), screen).toEqual([])).toPass({
    // A hang, not a pace: on a busy machine axe takes its time over the settings.
    timeout: 120_000,
  })
}

async function violationsOf(
  { page, problems }: StudioUnderTest,
  asking: Asking,
): Promise<string[]> {
  const known = problems.length
  const axe = new AxeBuilder({ page })
    // Its other mode opens a second page, which Electron has not.
    .setLegacyMode()
    // To describe all that is right is a third of what it costs.
    .options({ resultTypes: ['violations'] })
  const { violations } = await asking(axe).analyze()
  // axe measures with a <style> of its own, which our policy refuses: no fault of the page.
  problems.splice(known)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
