// Runs other programs for the scripts: quietly with their output kept, or attached to the terminal.
import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} RunOptions */

const interrupts = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

const signalNumbers = /** @type {Record<string, number>} */ ({
  SIGHUP: 1,
  SIGINT: 2,
  SIGKILL: 9,
  SIGTERM: 15,
})

/** The exit code of a shell for an ended program.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal */
export const exitCodeOf = (code, signal) =>
  code ?? (signal === null ? 1 : 128 + (signalNumbers[signal] ?? 6))

/** A terminal sends Ctrl-C to parent and child alike; passing it on would make it two.
 * @param {NodeJS.Signals} signal */
const reachedChildAlready = (signal) =>
  signal === 'SIGINT' &&
  (process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY) === true

/** Runs a program on our terminal until it ends; its signals are ours. Answers with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} */
export function runAttached(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: 'inherit',
    })
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => void (reachedChildAlready(signal) || child.kill(signal))
    for (const name of interrupts) process.on(name, pass)
    const timer = options.timeoutMs && setTimeout(() => child.kill('SIGTERM'), options.timeoutMs)
    const end = () => {
      if (timer) clearTimeout(timer)
      for (const name of interrupts) process.off(name, pass)
    }
    child.on('error', (error) => {
      end()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      end()
      resolve(exitCodeOf(code, signal))
    })
  })
}

/** Runs a program and keeps what it says. An interrupt ends it and then us, with 130 or 143.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions & { shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (bytes) => (output += bytes))
    child.stderr.on('data', (bytes) => (output += bytes))
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      child.kill(signal)
      process.exit(128 + (signalNumbers[signal] ?? 2))
    }
    for (const name of interrupts) process.on(name, stop)
    const timer = options.timeoutMs && setTimeout(() => child.kill('SIGKILL'), options.timeoutMs)
    const end = () => {
      if (timer) clearTimeout(timer)
      for (const name of interrupts) process.off(name, stop)
    }
    child.on('error', (error) => {
      end()
      resolve({ code: 127, output: `${output}${error.message}\n` })
    })
    child.on('close', (code, signal) => {
      end()
      // What is kept may end in a log file, where colours are noise.
      const shown = process.stderr.isTTY ? output : stripVTControlCharacters(output)
      resolve({ code: exitCodeOf(code, signal), output: shown })
    })
  })
}
