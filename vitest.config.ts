// The unit, conformance, architecture and packaging tests; the end-to-end specs are Playwright's.
import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

const others = [...configDefaults.exclude, 'test/e2e/**', 'test/bench/**']
/** Kills and other faults at many moments: long, and each by itself. */
const kill = ['test/kill/**/*.test.ts', 'test/chaos/**/*.test.ts']
/** What the installers would hold. */
const packaging = ['test/packaging/**/*.test.ts']
/** What stands in for a module, and what weighs the process it runs in. */
const apart = [
  'test/main/**/*.test.ts',
  'test/leaks/**/*.test.ts',
  'test/soak/**/*.test.ts',
  'test/core/studio/planted-leaks.test.ts',
]

export default defineConfig({
  test: {
    globalSetup: 'test/before-all.ts',
    // Processes, not threads: native packages and worker threads live in what is tested.
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // What hangs is ended: no measure of speed, and far beyond what a busy machine takes.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: 'kill', include: kill, exclude: others } },
      { extends: true, test: { name: 'packaging', include: packaging, exclude: others } },
      { extends: true, test: { name: 'apart', include: apart, exclude: others } },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...others, ...kill, ...packaging, ...apart],
          // To load the house anew for each of four hundred files was a quarter of all the work. What a file
          // changes of its process it gives back; stubs and spies go back by themselves.
          isolate: false,
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      },
    ],
  },
})
