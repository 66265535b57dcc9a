// DOOR 2: the studio in a browser. What went wrong becomes one sentence here.
import { failureOf } from '../core/base/failure-error.ts'
import { exitCode, explain } from '../io/command-line/report.ts'
import { nodeRuntime } from '../io/runtime.ts'
import { serveStudio } from './serve-studio.ts'

try {
  process.exitCode = await serveStudio(process.argv.slice(2), nodeRuntime(import.meta.url))
} catch (error) {
  const failure = failureOf(error)
  explain(failure, false)
  process.exitCode = exitCode(failure)
}
