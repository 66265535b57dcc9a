// `npm test [-- types|lint|unit|build|e2e …]`: everything that is checked, and one line that sums it up.
import './guard.js'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { provideBrowser } from './browser.js'
import { electronExecutable, hasDisplay } from './electron.js'
import { findNode } from './node.js'
import { root, tool, workCache } from './places.js'
import { runAttached, runQuietly } from './run.js'
import { reportAndExit, sayOnStdout as say, setUp, SetUpError } from './setup.js'
import { aptInstall, isCallable } from './system-packages.js'
import {
  isGreen,
  oneStep,
  readReport,
  sum,
  summaryLine,
  tallyPlaywright,
  tallyVitest,
} from './tally.js'

/** @typedef {import('./tally.js').Tally} Tally */

const minute = 60_000
const stages = { types, lint, build, unit, e2e }

const [first, ...rest] = process.argv.slice(2)
const chosen = first === undefined ? Object.keys(stages) : [first]
const unknown = chosen.find((name) => !(name in stages))
if (unknown !== undefined) {
  process.stderr.write(
    `There is no part called ${unknown}. Parts: ${Object.keys(stages).join(', ')}.\n`,
  )
  process.exit(2)
}

try {
  await setUp({ build: false })
} catch (error) {
  reportAndExit(error)
}
const node = findNode()

/** @type {string[]} */
const notes = []
/** @type {Tally[]} */
const tallies = []
for (const name of chosen) {
  const began = Date.now()
  say(`\n── ${name} ──`)
  const tally = await stages[/** @type {keyof typeof stages} */ (name)]().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return oneStep(false)
  })
  tallies.push(tally)
  notes.push(`${name}: ${summaryLine(tally)} (${Math.round((Date.now() - began) / 1000)} s)`)
}

const total = sum(tallies)
say('')
for (const note of notes) say(note)
if (total.passed + total.failed === 0) say('Nothing ran.')
say(summaryLine(total))
process.exitCode = isGreen(total) ? 0 : 1

/** One step that passes or fails; its output is shown when it fails.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Tally>} */
async function step(name, args) {
  const { code, output } = await runQuietly(node, args, { cwd: root, timeoutMs: 5 * minute })
  say(`${code === 0 ? '✓' : '✗'} ${name}`)
  if (code !== 0) say(output.trimEnd())
  return oneStep(code === 0)
}

/** Each layer is compiled with no more types than it may use. */
async function types() {
  const tallies = []
  for (const project of ['src/core', 'src/renderer', '.'])
    tallies.push(await step(`types of ${project}`, [tool('typescript', 'bin/tsc'), '-p', project]))
  return sum(tallies)
}

async function lint() {
  return sum([
    await step('oxlint', [tool('oxlint', 'bin/oxlint'), '--type-aware']),
    await step('oxfmt', [tool('oxfmt', 'bin/oxfmt'), '--check', '.']),
    await step('knip', [tool('knip', 'bin/knip.js')]),
  ])
}

async function build() {
  try {
    await setUp({ say })
    say('✓ build')
    return oneStep(true)
  } catch (error) {
    say(`✗ build\n${error instanceof SetUpError ? error.output : String(error)}`)
    return oneStep(false)
  }
}

/** Unit, conformance, architecture and packaging tests; further words choose files. */
async function unit() {
  if (!(await isCallable('ffprobe', '-version')) && !(await aptInstall(['ffmpeg'], say)))
    notes.push('unit: without ffprobe here, what it would confirm is skipped')
  const report = freshReport('vitest.json')
  const code = await runAttached(
    node,
    [
      tool('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...rest,
    ],
    { cwd: root, timeoutMs: 9 * minute },
  )
  return tallyVitest(readReport(report), code)
}

/** The same specs in every shell that this machine has. */
async function e2e() {
  if (!chosen.includes('build')) await setUp({ say })
  const browser = await provideBrowser(say)
  const electron = electronExecutable() !== null && hasDisplay()
  const report = freshReport('playwright.json')
  const code = await runAttached(
    node,
    [tool('@playwright/test', 'cli.js'), 'test', '--reporter=list,json', ...rest],
    {
      cwd: root,
      timeoutMs: 9 * minute,
      env: {
        ...process.env,
        CHROMIUM_PATH: browser,
        LECTERN_TEST_SHELLS: ['web', 'stand-in', ...(electron ? ['electron'] : [])].join(','),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
  )
  const { tally, shells } = tallyPlaywright(readReport(report), code)
  const without =
    electronExecutable() === null
      ? 'electron: not run, no binary'
      : 'electron: not run, there is no display'
  notes.push(`shells that ran: ${[...shells, ...(electron ? [] : [without])].join('; ')}`)
  return tally
}

/** @param {string} name */
function freshReport(name) {
  const path = join(workCache, 'reports', name)
  rmSync(path, { force: true })
  return path
}
