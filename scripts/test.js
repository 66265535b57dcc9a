// `npm test [-- types|lint|build|unit|packaging|e2e|long …]`: what is checked, and one line that sums it up.
import './guard.js'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { provideBrowser } from './browser.js'
import { electronExecutable, hasDisplay } from './electron.js'
import { findNode } from './node.js'
import {
  outcomeOfStep,
  outcomesOfPlaywright,
  outcomesOfVitest,
  pagesOfFailed,
  readReport,
} from './outcomes.js'
import { root, tool, workCache } from './places.js'
import { runAttached, runQuietly } from './run.js'
import { reportAndExit, sayOnStdout as say, setUp, SetUpError } from './setup.js'
import { aptInstall, isCallable } from './system-packages.js'
import { isGreen, linesToMend, summaryLine, tallyOf } from './tally.js'

/** @typedef {import('./outcomes.js').Outcome} Outcome */

const minute = 60_000
const startedAt = Date.now()
/** The whole is meant to take less than this on two cores that nobody else uses. */
const meantMinutes = 20
/** On a machine that is slow or shared it takes longer, and is as right: only what hangs is ended. */
const deadline = startedAt + 75 * minute
const usual = { types, lint, build, unit, packaging, e2e }
/** `long` is run where it is asked for: by hand, before what is changed is called done. */
const stages = { ...usual, long }

const [first, ...rest] = process.argv.slice(2)
if (first !== undefined && !(first in stages)) {
  process.stderr.write(
    `There is no part called ${first}. Parts: ${Object.keys(stages).join(', ')}.\n`,
  )
  process.exit(2)
}
const needsBuild = ['unit', 'packaging', 'e2e', 'long']
const chosen =
  first === undefined
    ? Object.keys(usual)
    : [...(needsBuild.includes(first) ? ['build'] : []), first]

// The terminal and its children are started hundreds of times: what they are made of is compiled once.
process.env['NODE_COMPILE_CACHE'] ??= join(workCache, 'compiled')

try {
  await setUp({ build: false })
} catch (error) {
  reportAndExit(error)
}
const node = findNode()

/** @type {string[]} */
const notes = []
/** @type {Outcome[]} */
const outcomes = []
for (const name of chosen) {
  const began = Date.now()
  say(`\n── ${name} ──`)
  const ofPart = await stages[/** @type {keyof typeof stages} */ (name)]().catch((error) => {
    const said = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${said}\n`)
    return [outcomeOfStep(name, false, said)]
  })
  outcomes.push(...ofPart)
  notes.push(
    `${name}: ${summaryLine(tallyOf(ofPart))} (${Math.round((Date.now() - began) / 1000)} s)`,
  )
}

const total = tallyOf(outcomes)
say('')
for (const line of linesToMend(outcomes)) say(line)
for (const note of notes) say(note)
if (total.passed + total.failed === 0) say('Nothing ran.')
const minutes = Math.ceil((Date.now() - startedAt) / minute)
if (first === undefined) say('What takes longer is not run by this: npm test -- long')
if (first === undefined && minutes > meantMinutes)
  say(`It took ${minutes} minutes. On two free cores it is meant to be less than ${meantMinutes}.`)
say(summaryLine(total))
process.exitCode = isGreen(total) ? 0 : 1

/** One step that passes or fails; its output is shown when it fails.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Outcome>} */
async function step(name, args) {
  const { code, output } = await runQuietly(node, args, { cwd: root, timeoutMs: 15 * minute })
  say(`${code === 0 ? '✓' : '✗'} ${name}`)
  if (code !== 0) say(output.trimEnd())
  return outcomeOfStep(name, code === 0, output)
}

/** Each layer is compiled with no more types than it may use. */
async function types() {
  const steps = []
  for (const project of ['src/core', 'src/renderer', '.'])
    steps.push(await step(`types of ${project}`, [tool('typescript', 'bin/tsc'), '-p', project]))
  return steps
}

async function lint() {
  return [
    await step('oxlint', [tool('oxlint', 'bin/oxlint'), '--type-aware']),
    await step('oxfmt', [tool('oxfmt', 'bin/oxfmt'), '--check', '.']),
    await step('knip', [tool('knip', 'bin/knip.js')]),
  ]
}

async function build() {
  try {
    await setUp({ say })
    say('✓ build')
    return [outcomeOfStep('build', true)]
  } catch (error) {
    const said = error instanceof SetUpError ? error.output : String(error)
    say(`✗ build\n${said}`)
    return [outcomeOfStep('build', false, said)]
  }
}

/** Unit, conformance and architecture tests; further words choose files. */
async function unit() {
  await provideReference()
  await compile()
  return vitest('unit', ['--project=apart', '--project=shared', ...rest])
}

/** What the installers would hold, packed and started, in a window too. */
async function packaging() {
  await provideReference()
  process.env['CHROMIUM_PATH'] = await provideBrowser(say)
  return vitest('packaging', ['--project=packaging', ...rest])
}

/** What takes long of the unit tests, and then of the specs; further words choose files. */
async function long() {
  await provideReference()
  await compile()
  const tests = await vitest('long', ['--project=long', '--passWithNoTests', ...rest])
  return [...tests, ...(await specs({ LECTERN_TEST_LONG: '1' }))]
}

/** Fails nothing: what it leaves out is compiled when it is wanted. */
function compile() {
  return runQuietly(node, [join(root, 'scripts', 'compile.js')], { cwd: root })
}

/** ffmpeg is the judge of what Lectern writes and redis-server what a farm meets at: neither is a part of it. */
async function provideReference() {
  await provide(['ffprobe', '-version', 'ffmpeg'], 'what it would confirm is skipped')
  await provide(['redis-server', '--version', 'redis-server'], 'the farm is not tried')
}

/** @param {[string, string, string]} program how it is called, and by what Debian's kin has it
 * @param {string} without */
async function provide([command, versionFlag, debian], without) {
  if (await isCallable(command, versionFlag)) return
  if (await aptInstall([debian], say)) return
  const note = `without ${command} here, ${without}`
  if (!notes.includes(note)) notes.push(note)
}

/** @param {string} name
 * @param {string[]} words */
async function vitest(name, words) {
  const report = freshReport(`${name}.json`)
  const code = await attached([
    tool('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...words,
  ])
  return outcomesOfVitest(readReport(report), code)
}

/** Runs a runner on our terminal, for as long as the whole may still take.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] */
async function attached(args, env = process.env) {
  const timeoutMs = Math.max(deadline - Date.now(), 1)
  const code = await runAttached(node, args, { cwd: root, timeoutMs, env })
  if (Date.now() >= deadline) say('✗ stopped: something hangs')
  return code
}

/** The same specs in every shell that this machine has. */
function e2e() {
  return specs({})
}

/** @param {Record<string, string>} environment */
async function specs(environment) {
  const browser = await provideBrowser(say)
  const electron = electronExecutable() !== null && hasDisplay()
  const report = freshReport('playwright.json')
  const code = await attached(
    [
      tool('@playwright/test', 'cli.js'),
      'test',
      '--reporter=list,json',
      '--pass-with-no-tests',
      ...rest,
    ],
    {
      ...process.env,
      ...environment,
      CHROMIUM_PATH: browser,
      LECTERN_TEST_SHELLS: ['web', 'stand-in', ...(electron ? ['electron'] : [])].join(','),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  )
  const read = readReport(report)
  for (const page of pagesOfFailed(read)) say(`✗ the page was so:\n${page}`)
  const { outcomes, shells } = outcomesOfPlaywright(read, code)
  const without =
    electronExecutable() === null
      ? 'electron: not run, no binary'
      : 'electron: not run, there is no display'
  notes.push(`shells that ran: ${[...shells, ...(electron ? [] : [without])].join('; ')}`)
  return outcomes
}

/** @param {string} name */
function freshReport(name) {
  const path = join(workCache, 'reports', name)
  rmSync(path, { force: true })
  return path
}
