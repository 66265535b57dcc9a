// How src becomes out: the doors and workers as ESM side by side, the preload as CJS, the page bundled.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => join(import.meta.dirname, path)

/** A door finds its workers by `new URL('./workers/NAME.js', import.meta.url)`, so names are kept. */
const workers = existsSync(at('src/workers'))
  ? readdirSync(at('src/workers'))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => [`workers/${file.slice(0, -3)}`, at(`src/workers/${file}`)])
  : []

const doors = [
  ['index', at('src/main/index.ts')],
  ['web', at('src/web/index.ts')],
  ['cli', at('src/cli/index.ts')],
]

/** Every asset that gains by it lies beside itself compressed, once and for all: its name has its hash. */
const brotli = () => ({
  name: 'lectern-brotli',
  apply: 'build' as const,
  writeBundle({ dir = '' }: { dir?: string }) {
    const folder = join(dir, 'assets')
    for (const file of readdirSync(folder).filter((name) => /\.(?:js|css|svg)$/.test(name))) {
      const bytes = readFileSync(join(folder, file))
      const small = brotliCompressSync(bytes)
      if (small.length < bytes.length) writeFileSync(join(folder, `${file}.br`), small)
    }
  },
})

/** The packages that are part of the output, with their licences, for scripts/notices.js; not packed itself. */
const license = { fileName: 'bundled-packages.json' }

const entries = [...doors, ...workers].filter(([, file]) => file !== undefined && existsSync(file))

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      license,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(entries),
        // Shared chunks lie beside the doors: a URL relative to the file means the same in both.
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      license,
      sourcemap: true,
      // A sandboxed preload may require 'electron' and nothing else, and only as CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), brotli()],
    build: {
      outDir: at('out/renderer'),
      license,
      // The same page is served to other browsers by the web door.
      target: 'es2023',
      minify: true,
      sourcemap: true,
      rolldownOptions: {
        input: { index: at('src/renderer/index.html') },
        // Nothing is done by naming a schema: what the first screen does not check, it does not load.
        treeshake: {
          moduleSideEffects: [{ test: /[/]src[/]contract[/]/, sideEffects: false }],
          manualPureFunctions: ['z', 'within'],
        },
        // Apart, or the checker would be laid into a piece that the first screen needs.
        output: { codeSplitting: { groups: [{ name: 'schemas', test: /node_modules[/]zod/ }] } },
      },
    },
  },
})
