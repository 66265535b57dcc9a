// The unit, conformance, architecture and packaging tests; the end-to-end specs are Playwright's.
import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

const others = [...configDefaults.exclude, 'test/e2e/**', 'test/bench/**']
/** What takes long: each fault, kill and ugly input there is. `npm test -- long` runs it. */
const long = ['test/**/*.long.test.ts']
/** What the installers would hold. */
const packaging = ['test/packaging/**/*.test.ts']
/** What stands in for a module, and what weighs the process it runs in. */
const apart = [
  'test/main/**/*.test.ts',
  'test/leaks/**/*.test.ts',
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
      { extends: true, test: { name: 'long', include: long, exclude: others } },
      {
        extends: true,
        test: { name: 'packaging', include: packaging, exclude: [...others, ...long] },
      },
      { extends: true, test: { name: 'apart', include: apart, exclude: [...others, ...long] } },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...others, ...long, ...packaging, ...apart],
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
