// Compiles what the tests' children load into Node's cache: those that are killed never write it themselves.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './places.js'

// A child's entry and its parts; some of them end at once where nobody launched them, compiled all the same.
for (const file of globSync(['src/{core,io}/**/*.ts', 'out/main/workers/*.js'], { cwd: root }))
  if (!file.endsWith('.d.ts')) await import(pathToFileURL(join(root, file)).href).catch(() => {})
// Nothing that they have opened shall keep this process.
process.exit(0)
