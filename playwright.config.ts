// The end-to-end specs: one set, run in every shell that this machine has.
import { defineConfig } from '@playwright/test'

/** Which door the studio is driven through: `test.use({ shell })` by the specs' own fixtures. */
export type Shell = 'web' | 'stand-in' | 'electron'

const shells = (process.env.LECTERN_TEST_SHELLS ?? 'web').split(',') as Shell[]
const executablePath = process.env.CHROMIUM_PATH

export default defineConfig<{ shell: Shell }>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  // A studio with its voices fills two cores: one at a time measures the studio, not the queue.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  globalTimeout: 8.5 * 60_000,
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--disable-gpu', '--disable-quic', '--disable-dev-shm-usage'],
      // Chromium's sandbox refuses root.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  projects: shells.map((shell) => ({
    name: shell,
    use: { shell },
    // Specs about one kind of door are named for it.
    testIgnore: shell === 'web' ? '**/*.window.spec.ts' : '**/*.web.spec.ts',
  })),
})
