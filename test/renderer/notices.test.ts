// Notifications in a browser: only after a press, only of what nobody looks at.
import { describe, expect, it } from 'vitest'
import type { HostAbilities, Job } from '../../src/contract/index.ts'
import type { Library } from '../../src/renderer/src/state/library.ts'
import { createNotices } from '../../src/renderer/src/state/notices.ts'
import type { SettingValues } from '../../src/renderer/src/state/settings.ts'
import { createStore } from '../../src/renderer/src/client/store.ts'
import { jobOf, settle, studioByHand } from './studio-by-hand.ts'

function open({ door = 'web' as HostAbilities['door'], on = true, answer = 'granted' } = {}) {
  const studio = studioByHand()
  studio.connection.host.door = door
  const said: string[] = []
  const page = { isFocused: false, asked: 0, isHidden: false, left: 0 }
  let turn = () => {}
  class Notification {
    static permission = 'default' as NotificationPermission
    static async requestPermission() {
      page.asked += 1
      return answer as NotificationPermission
    }
    onclick: unknown = null
    constructor(_title: string, { body }: { body: string }) {
      said.push(body)
    }
  }
  const setting = { name: 'notifications', value: on, source: 'saved' as const }
  const settings = createStore<SettingValues>(new Map([['notifications', setting]]))
  const library = createStore<Library>({ state: 'ready', projects: [], failure: null })
  const document = {
    hasFocus: () => page.isFocused,
    get visibilityState() {
      return page.isHidden ? ('hidden' as const) : ('visible' as const)
    },
    addEventListener: (_name: string, listener: () => void) => void (turn = listener),
  }
  const itself = { Notification, document, focus: () => {} }
  const notices = createNotices(studio.connection, settings, library, itself, () => {
    page.left += 1
  })
  const narrate = () => {
    const job = jobOf('j', { kind: 'speech', total: 9 })
    studio.say('job.advanced', { job })
    studio.say('job.advanced', { job: { ...job, state: 'done' } })
  }
  const show = (isShown: boolean) => {
    page.isHidden = !isShown
    turn()
  }
  return { notices, page, said, narrate, show, studio }
}

describe('the notices of a page', () => {
  it('are asked for by a press alone, and then tell the end of a narration', async () => {
    const { notices, page, said, narrate } = open()
    narrate()
    expect({ said, asked: page.asked }).toEqual({ said: [], asked: 0 })
    expect(notices.permission.get()).toBe('default')
    await notices.ask()
    narrate()
    expect(said).toEqual(['“Lectern” is narrated.'])
  })

  it('keep still while the page is looked at, where they are refused, and where they are off', async () => {
    const seen = open()
    await seen.notices.ask()
    seen.page.isFocused = true
    const refused = open({ answer: 'denied' })
    await refused.notices.ask()
    expect(refused.notices.permission.get()).toBe('denied')
    const off = open({ on: false })
    await off.notices.ask()
    for (const { narrate, said } of [seen, refused, off]) {
      narrate()
      expect(said).toEqual([])
    }
  })

  it('are the app’s own business in Electron', async () => {
    const { notices, page, said, narrate } = open({ door: 'electron' })
    await notices.ask()
    narrate()
    await settle()
    expect({ said, asked: page.asked }).toEqual({ said: [], asked: 0 })
    expect(notices.permission.get()).toBe('none')
  })
})

describe('a page that is left', () => {
  it('does not say that work goes on which the studio no longer knows of', async () => {
    const { page, show, said, notices, studio } = open()
    await notices.ask()
    studio.say('job.advanced', { job: jobOf('k', { kind: 'export', total: 9 }) })
    const relink = async (jobs: Job[]) => {
      studio.waiting.length = 0
      studio.link.set('lost')
      studio.link.set('open')
      await studio.waiting.find(({ name }) => name === 'job.list')?.answer({ jobs })
    }
    await relink([])
    show(false)
    expect({ left: page.left, said }).toEqual({ left: 0, said: [] })
    const next = jobOf('l', { kind: 'speech', total: 9 })
    studio.say('job.advanced', { job: next })
    await relink([{ ...next, state: 'done' }])
    expect(said).toEqual(['“Lectern” is narrated.'])
  })

  it('says once that the studio goes on, and only while it is at work', () => {
    const { page, narrate, show, studio } = open()
    show(false)
    expect(page.left).toBe(0)
    show(true)
    const begin = () =>
      studio.say('job.advanced', { job: jobOf('k', { kind: 'export', total: 9 }) })
    begin()
    for (const isShown of [false, true, false, true]) show(isShown)
    expect(page.left).toBe(1)
    narrate()
    studio.say('job.advanced', { job: jobOf('k', { kind: 'export', state: 'done', total: 9 }) })
    begin()
    show(false)
    expect(page.left).toBe(2)
  })
})
