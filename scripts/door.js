// Runs a built door on the right Node, set up so that its memory stays small.
import { findNode } from './node.js'
import { runAttached } from './run.js'

/** A door makes much that does not last: as V8 is set up, its garbage would take 100 MB more. */
export const doorFlags = ['--max-semi-space-size=4', '--heap-growing-percent=15']

/**
 * glibc keeps what is freed, a pool for each thread, for ever: a night's narration cost 40 MB and more. One pool, and
 * pages given back at once where a block is larger than these bytes; other systems' libraries do not read it.
 */
const allocator = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '131072',
}

/** What is set already stays. */
export const doorEnvironment = () => ({ ...allocator, ...process.env })

/** Runs it until it ends; answers with its exit code.
 * @param {string} entry
 * @param {readonly string[]} args */
export const runDoor = (entry, args) =>
  runAttached(findNode(), [...doorFlags, entry, ...args], { env: doorEnvironment() })
