// The end-to-end specs: one set, run in every shell that this machine has.
import { defineConfig } from '@playwright/test'

/** Which door the studio is driven through: `test.use({ shell })` by the specs' own fixtures. */
export type Shell = 'web' | 'stand-in' | 'electron'

const all = Boolean(process.env.LECTERN_TEST_ALL)
/** The specs that take long are run by `npm test -- long` alone. */
const long = Boolean(process.env.LECTERN_TEST_LONG)
const longSpecs = '**/*.long.spec.ts'
const specs = long ? longSpecs : '**/*.spec.ts'
const shells = (process.env.LECTERN_TEST_SHELLS ?? 'web').split(',') as Shell[]
/**
 * What happens in the page is the same behind every door: all of it is run behind the web's, and behind another
 * door what that door has a part in; the rest too where all is asked for (LECTERN_TEST_ALL=1). So the whole
 * line stays within its time.
 */
const ofDoors = ['first-sound', 'guarded', 'whole-path'].map((name) => `**/${name}.spec.ts`)
const elsewhere = all ? specs : [...ofDoors, '**/*.window.spec.ts']

const executablePath = process.env.CHROMIUM_PATH

export default defineConfig<{ shell: Shell }>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Of the specs that keep how screens look: beside them, whatever the shell or the system.
  snapshotPathTemplate: '{testDir}/screens/{arg}{ext}',
  forbidOnly: Boolean(process.env.CI),
  // Most of a spec's time is waiting for what is drawn, and for voices.
  workers: 2,
  // What hangs is ended: no measures of speed, and far beyond what a busy machine takes.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  globalTimeout: 40 * 60_000,
  use: {
    // To trace is two fifths of what a spec costs: --trace on, where one has failed.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--disable-gpu', '--disable-quic', '--disable-dev-shm-usage'],
      // Chromium's sandbox refuses root.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  projects: shells
    .filter((shell) => shell === 'web' || all || !long)
    .map((shell) => ({
      name: shell,
      use: { shell },
      // Specs about one kind of door are named for it.
      testMatch: shell === 'web' ? specs : elsewhere,
      testIgnore: [
        ...(shell === 'web' ? ['**/*.window.*'] : ['**/*.web.*']),
        ...(long ? [] : [longSpecs]),
      ],
    })),
})
