// Where a setting's value comes from, and what is refused.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settingRows } from '../../src/contract/index.ts'
import { openSettings, settingsInForce } from '../../src/io/settings-file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-settings-'))
  path = join(folder, 'settings.json')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})
const valueOf = async (name: string) =>
  (await openSettings(path).read()).find((setting) => setting.name === name)

describe('settings', () => {
  it('are the defaults where nothing was saved, or what was saved is no JSON', async () => {
    expect(await valueOf('workers')).toEqual({ name: 'workers', value: 0, source: 'default' })
    writeFileSync(path, '{ broken')
    expect(await valueOf('cache')).toEqual({ name: 'cache', value: true, source: 'default' })
  })

  it('are saved, and there again for whoever opens them next', async () => {
    const settings = openSettings(path)
    await Promise.all([settings.change('workers', 3), settings.change('callTimeout', 60)])
    expect(settings.inForce()).toMatchObject({ workers: 3, callTimeout: 60 })
    expect(settingsInForce(path)).toMatchObject({ workers: 3, callTimeout: 60 })
    expect(await valueOf('workers')).toMatchObject({ source: 'saved' })
  })

  it('come from the environment first, and are then not for the screen to change', async () => {
    vi.stubEnv('LECTERN_WORKERS', '2')
    expect(await valueOf('workers')).toEqual({ name: 'workers', value: 2, source: 'environment' })
    await expect(openSettings(path).change('workers', 4)).rejects.toMatchObject({
      failure: { code: 'setting-invalid' },
    })
  })

  it('say which variable a value needs to have an effect, while that is not set', async () => {
    const settings = openSettings(path)
    vi.stubEnv('LECTERN_METRICS_KEY', '')
    expect(await valueOf('metricsPort')).not.toHaveProperty('lacks')
    expect(await settings.change('metricsPort', 9090)).toMatchObject({
      lacks: 'LECTERN_METRICS_KEY',
    })
    vi.stubEnv('LECTERN_METRICS_KEY', 'k-e-y')
    expect(await valueOf('metricsPort')).not.toHaveProperty('lacks')
  })

  it('that are left aside have no force until they are changed, and are not lost', async () => {
    await openSettings(path).change('theme', 'dark')
    const aside = settingRows.filter(({ name }) => name === 'theme')
    const settings = openSettings(path, aside)
    expect(settings.inForce()).toMatchObject({ theme: 'system' })
    await settings.change('workers', 2)
    expect(await valueOf('theme')).toMatchObject({ value: 'dark' })
    await settings.change('theme', 'light')
    expect(settings.inForce()).toMatchObject({ theme: 'light', workers: 2 })
  })

  it('refuse what is out of range, and leave the file alone', async () => {
    const settings = openSettings(path)
    await settings.change('workers', 1)
    const before = readFileSync(path, 'utf8')
    await expect(settings.change('workers', 99)).rejects.toMatchObject({
      failure: { code: 'setting-invalid' },
    })
    await expect(settings.change('colour', 'red')).rejects.toMatchObject({
      failure: { code: 'setting-invalid' },
    })
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  it('say which variable is wrong', () => {
    vi.stubEnv('LECTERN_CACHE_SWEEP', 'often')
    expect(() => settingsInForce(path)).toThrow('LECTERN_CACHE_SWEEP')
  })
})
