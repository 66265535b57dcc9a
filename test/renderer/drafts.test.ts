// What is written and not saved yet: no way out of an editor loses a word of it.
import { expect, it } from 'vitest'
import { beginWriting, createDrafts } from '../../src/renderer/src/state/drafts.ts'
import { settle } from './studio-by-hand.ts'

/** A page, and saves that wait for the test's answer. */
function desk() {
  const page = new EventTarget()
  const drafts = createDrafts(page as Window)
  const saves: { text: string; before: string; answer(done: boolean): Promise<void> }[] = []
  const keep = (text: string, before: string) =>
    new Promise<boolean>((resolve) => {
      const answer = (done: boolean) => {
        resolve(done)
        return settle()
      }
      saves.push({ text, before, answer })
    })
  const asksBeforeLeaving = () =>
    !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  const begin = (begun: string, key = 'a row') => beginWriting(drafts, key, begun, keep)
  return { drafts, saves, begin, asksBeforeLeaving }
}

it('an editor that is left otherwise than by Escape saves what was written in it', async () => {
  const { begin, saves, asksBeforeLeaving } = desk()
  const writing = begin('Before.')
  writing.write('After.')
  writing.close()
  await settle()
  expect(saves).toMatchObject([{ text: 'After.', before: 'Before.' }])
  await saves[0]?.answer(true)
  expect(asksBeforeLeaving()).toBe(false)
})

it('an editor that is left as it was, or by Escape, saves nothing', async () => {
  const { begin, saves } = desk()
  begin('Before.').close()
  const writing = begin('Before.', 'another row')
  writing.write('After.')
  writing.forget()
  writing.close()
  await settle()
  expect(saves).toEqual([])
})

it('a text that was refused is in the editor when it is opened again', async () => {
  const { begin, saves, asksBeforeLeaving } = desk()
  const writing = begin('Before.')
  writing.write('After.')
  writing.close()
  await settle()
  await saves[0]?.answer(false)
  expect(asksBeforeLeaving()).toBe(true)
  const again = begin('By another page.')
  expect(again.text).toBe('After.')
  void again.save()
  await settle()
  // What it was written over is told, so that the other page's text is not overwritten unasked.
  expect(saves[1]).toMatchObject({ text: 'After.', before: 'Before.' })
})

it('the page asks before it goes while something is not saved, and no longer', async () => {
  const { begin, saves, asksBeforeLeaving } = desk()
  const writing = begin('Before.')
  expect(asksBeforeLeaving()).toBe(false)
  writing.write('After.')
  expect(asksBeforeLeaving()).toBe(true)
  writing.write('Before.')
  expect(asksBeforeLeaving()).toBe(false)
  writing.write('After.')
  const saved = writing.save()
  await settle()
  await saves[0]?.answer(true)
  expect(await saved).toBe(true)
  expect(asksBeforeLeaving()).toBe(false)
})

it('what puts the page away waits until all is saved', async () => {
  const { begin, drafts, saves } = desk()
  const done: string[] = []
  drafts.whenSaved(() => done.push('at once'))
  const writing = begin('Before.')
  writing.write('After.')
  drafts.whenSaved(() => done.push('when saved'))
  expect(done).toEqual(['at once'])
  void writing.save()
  await settle()
  await saves[0]?.answer(true)
  expect(done).toEqual(['at once', 'when saved'])
})

it('a save closes no editor but the one that it was made in', async () => {
  const { begin, saves } = desk()
  const first = begin('One.')
  first.write('First.')
  const saved = first.save()
  await settle()
  first.close()
  const second = begin('Two.', 'another row')
  second.write('Second.')
  await saves[0]?.answer(true)
  expect(await saved).toBe(false)
  expect(saves).toHaveLength(1)
  second.close()
  await settle()
  expect(saves[1]).toMatchObject({ text: 'Second.', before: 'Two.' })
})

it('what is written while a save is on its way is saved too', async () => {
  const { begin, saves } = desk()
  const writing = begin('One.')
  writing.write('Two.')
  const saved = writing.save()
  await settle()
  writing.write('Three.')
  writing.close()
  await saves[0]?.answer(true)
  expect(await saved).toBe(false)
  expect(saves[1]).toMatchObject({ text: 'Three.', before: 'Two.' })
})
