// The unit, conformance, architecture and packaging tests; the end-to-end specs are Playwright's.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    globalSetup: 'test/before-all.ts',
    // Processes, not threads: native packages and worker threads live in what is tested.
    pool: 'forks',
    maxWorkers: 2,
    // What hangs is ended: no measure of speed, and far beyond what a busy machine takes.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
