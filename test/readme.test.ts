// The README stays true: what it says of settings, pictures and the version is what is there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingRows } from '../src/contract/index.ts'
import { version } from '../src/io/version.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

describe('the README', () => {
  it.each(settingRows.map(({ environment, sentence }) => [environment, sentence]))(
    'tells of %s what the settings screen tells',
    (environment, sentence) => {
      expect(readme).toContain(`\`${environment}\``)
      expect(readme).toContain(sentence)
    },
  )

  it('names no setting that is gone', () => {
    // Whoever starts Lectern chooses the codecs, before any setting is read; and no key is kept among the settings.
    const known: string[] = [
      'LECTERN_CODECS',
      'LECTERN_METRICS_KEY',
      ...settingRows.map((row) => row.environment),
    ]
    expect(
      (readme.match(/LECTERN_[A-Z_]+/g) ?? []).filter((name) => !known.includes(name)),
    ).toEqual([])
  })

  it('shows pictures that are there', () => {
    const pictures = [...readme.matchAll(/\]\((docs\/images\/[^)]+)\)/g)].map(
      (match) => match[1] ?? '',
    )
    expect(pictures.length).toBeGreaterThanOrEqual(4)
    expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

it('the version in the source is the package’s', () => {
  const found = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(found.version).toBe(version)
})
