// lectern diagnose where the library does not open: a bundle of what can be told without it.
import type { Failure } from '../contract/index.ts'
import { jsonEntry, logEntry, ownName, toldLines } from '../core/studio/watch/diagnostics-log.ts'
import { saveBundle } from '../core/studio/watch/save-bundle.ts'
import { printJson, printLine, sentenceOf } from '../io/command-line/report.ts'
import { createExportFolders } from '../io/export-folder.ts'
import { readTitles } from '../io/sqlite/read-titles.ts'
import { thisMachine } from '../io/this-machine.ts'
import { version } from '../io/version.ts'
import { lookAtClosed, type ClosedWish } from './closed-library.ts'
import { folderFacts } from './doctor-facts.ts'

/** Answers with 0: the bundle is there, and says what it lacks. */
export async function diagnoseClosed(
  reason: Failure,
  target: string,
  wish: ClosedWish,
): Promise<number> {
  const { folder, settings, health, log } = await lookAtClosed(wish)
  const titles = readTitles(folder.projectsDatabase)
  const leftOut = [
    ...['performance.json', 'operations.json', 'endpoints.json', 'cache.json'],
    ...(health.told ? [] : ['health.json']),
    // What is not known cannot be taken out of it.
    ...(titles ? [] : ['log.jsonl']),
  ]
  const databases = folderFacts(folder).databases.map(({ path: _, ...facts }) => facts)
  await saveBundle(createExportFolders(), target, [
    jsonEntry('versions.json', { lectern: version, door: 'terminal', ...thisMachine() }),
    jsonEntry('settings.json', settings),
    jsonEntry('databases.json', databases),
    ...(health.told ? [jsonEntry('health.json', health.told)] : []),
    ...(titles ? [logEntry(await log({ limit: toldLines }), titles, ownName)] : []),
    jsonEntry('left-out.json', { code: reason.code, leftOut }),
  ])
  const sentence = sentenceOf(reason)
  if (wish.json) {
    printJson({ file: target, leftOut: { what: leftOut, code: reason.code, sentence } })
    return 0
  }
  process.stderr.write(`${sentence}\n`)
  printLine(target)
  printLine(`Left out, for the library does not open here: ${leftOut.join(', ')}.`)
  return 0
}
