// The farm in the face: one is set where nothing answers and removed again; workers are told what to do.
import type { FarmView } from '../../src/contract/index.ts'
import { farmView } from '../fixtures/farm.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './studio.ts'

test.use({ actionTimeout: 15_000 })

test('a farm is set by keys, says that it is away, and is removed; its password is never shown', async ({
  studio,
}) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  const section = page.getByRole('region', { name: 'Farm', exact: true })
  await expect(section.getByText('lectern worker --redis URL')).toBeVisible()
  await section.getByRole('button', { name: 'Set up a farm' }).press('Enter')
  const address = section.getByRole('textbox', { name: 'Address of the Redis server' })
  await expect(address).toBeFocused()
  await page.keyboard.type('http://127.0.0.1:1')
  await page.keyboard.press('Enter')
  await expect(section.getByRole('alert')).toContainText('Begin with redis://')
  await address.fill('redis://farm.example:6379')
  await expect(section.getByRole('switch', { name: /unprotected/ })).not.toBeChecked()
  await section.getByRole('button', { name: 'Save' }).click()
  await expect(section.getByRole('alert')).toContainText('is not used for the farm')
  await address.fill('redis://anna:s3cret@127.0.0.1:1')
  await section.getByText('Advanced').click()
  await section.getByRole('textbox', { name: 'Prefix of all keys' }).fill('team')
  await section.getByRole('combobox', { name: 'Share takes' }).selectOption('redis')
  await expectAccessible(studio, 'the form of a farm')
  await section.getByRole('button', { name: 'Save' }).click()

  const change = section.getByRole('button', { name: 'Change' })
  await expect(change).toBeFocused()
  await expect(section.getByRole('status')).toContainText(/Connecting to|does not answer/)
  await expect(section.getByText('shares takes')).toBeVisible()
  await expect(section.getByText('password', { exact: true })).toBeVisible()
  await expectAccessible(studio, 'a farm that is away')
  await change.press('Enter')
  await expect(address).toHaveValue('redis://anna@127.0.0.1:1')
  await expect(section.getByText(/^A password is kept in/)).toBeVisible()
  expect(await page.content()).not.toContain('s3cret')
  await section.getByRole('button', { name: 'Cancel' }).click()

  await section.getByRole('button', { name: 'Remove the farm' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(section.getByRole('button', { name: 'Set up a farm' })).toBeVisible()
  expect((await studio.ask('farm.read', {})).farm).toMatchObject({
    ...{ settings: null, hasPassword: false, state: 'off' },
  })
})

test('a store of shared takes is set beside a farm; its secret is never shown, and its trouble is', async ({
  studio,
}) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Voices', exact: true }).click()
  const section = page.getByRole('region', { name: 'Farm', exact: true })
  await section.getByRole('button', { name: 'Set up a farm' }).click()
  await section
    .getByRole('textbox', { name: 'Address of the Redis server' })
    .fill('redis://127.0.0.1:1')
  const shares = section.getByRole('combobox', { name: 'Share takes' })
  await expect(shares).toHaveValue('nowhere')
  const store = section.getByRole('group', { name: 'Store of takes' })
  await expect(store).toBeHidden()
  await shares.selectOption('store')
  await section.getByRole('button', { name: 'Save' }).click()
  await expect(store.getByRole('alert')).toHaveCount(3)
  await store.getByRole('textbox', { name: 'Address of the store' }).fill('http://box.example')
  await expect(store.getByRole('switch', { name: /unprotected/ })).not.toBeChecked()
  await store.getByRole('textbox', { name: 'Bucket' }).fill('team-takes')
  await store.getByRole('textbox', { name: 'Access key ID' }).fill('AKIATEAM')
  await store.getByLabel('Secret access key').fill('hidden-s3cret')
  await section.getByRole('button', { name: 'Save' }).click()
  await expect(store.getByRole('alert')).toContainText('would travel unprotected')
  await store.getByRole('textbox', { name: 'Address of the store' }).fill('http://127.0.0.1:1')
  await expectAccessible(studio, 'the form of a store of takes')
  await section.getByRole('button', { name: 'Save' }).click()

  await expect(section.getByText('shares takes in team-takes at 127.0.0.1:1')).toBeVisible()
  await expect(section.getByText('The store of shared takes does not answer')).toBeVisible()
  await expectAccessible(studio, 'a farm whose store is away')
  await section.getByRole('button', { name: 'Change' }).click()
  await expect(shares).toHaveValue('store')
  await expect(store.getByText(/^A secret access key is kept in/)).toBeVisible()
  expect(await page.content()).not.toContain('hidden-s3cret')
  await store.getByRole('button', { name: 'Forget it' }).click()
  await expect(store.getByText(/^A secret access key is kept in/)).toBeHidden()
  await shares.selectOption('nowhere')
  await section.getByRole('button', { name: 'Save' }).click()
  // The form stays until it is saved.
  await expect(section.getByRole('button', { name: 'Change' })).toBeVisible()
  const { farm } = await studio.ask('farm.read', {})
  expect(farm).toMatchObject({ hasStoreKey: false, store: 'off', settings: { shares: 'nowhere' } })
  expect(farm.settings?.takeStore?.bucket).toBe('team-takes')
})

test('workers stand in the performance panel, and are paused and retired there', async ({
  studio,
}) => {
  const { page } = studio
  let farm: FarmView = farmView
  const wishes: unknown[] = []
  // No Redis is needed for how it looks: the door's answers about the farm are given here.
  await page.route('**/call/farm.*', async (route) => {
    const args = route.request().postDataJSON() as { workerId?: string; wish?: 'pause' }
    const { workerId, wish } = args
    if (workerId !== undefined && wish !== undefined) {
      wishes.push([workerId, wish])
      const workers = farm.workers.map((one) => (one.id === workerId ? { ...one, wish } : one))
      farm = { ...farm, workers }
    }
    await route.fulfill({ json: { ok: true, value: { farm } } })
  })
  await page.getByRole('button', { name: 'Listen to the sample' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: 'Show performance' }).click()
  await page.getByRole('radio', { name: 'Farm' }).click()
  const panel = page.getByRole('region', { name: 'Farm', exact: true })
  await expect(panel.getByRole('row', { name: /^desk/ })).toContainText('3 of 4')
  await expect(panel.getByText(/^Kokoro: The worker “attic” is of another version/)).toBeVisible()
  await expect(panel.getByText('maxmemory-policy', { exact: false })).toBeVisible()
  await expectAccessible(studio, 'the workers of a farm')

  await panel.getByRole('button', { name: 'Pause desk' }).press('Enter')
  const goOn = panel.getByRole('button', { name: 'Let desk go on' })
  await expect(goOn).toBeFocused()
  await expect(panel.getByRole('row', { name: /^desk/ })).toContainText('pausing')
  await goOn.press('Enter')
  await panel.getByRole('button', { name: 'Retire cellar' }).click()
  await expect(panel.getByRole('row', { name: /^cellar/ })).toContainText('retiring')
  expect(wishes).toEqual([
    ['desk', 'pause'],
    ['desk', 'work'],
    ['cellar', 'retire'],
  ])
})
