// DOOR 2: the studio in a browser. What went wrong becomes one sentence here.
import { failureSentences } from '../contract/index.ts'
import { failureOf } from '../core/base/failure-error.ts'
import { serveStudio } from './serve-studio.ts'

try {
  process.exitCode = await serveStudio(process.argv.slice(2), import.meta.url)
} catch (error) {
  const { code, params, detail } = failureOf(error)
  console.error(failureSentences[code](params))
  if (code === 'unexpected') console.error(detail)
  process.exitCode = code === 'option-invalid' || code === 'setting-invalid' ? 2 : 1
}
