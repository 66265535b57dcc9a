// The log read from its end, and followed, also over the moment when it is put aside.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LogQuery } from '../../src/contract/index.ts'
import { createLogReader, logEnd } from '../../src/io/log-reader.ts'
import { openLogTail } from '../../src/io/log-tail.ts'
import { openLog } from '../../src/io/log.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-log-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const turn = () => new Promise((resolve) => setImmediate(resolve))
/** Small files, so that few lines fill them. */
async function fill(count: number, largest = 2000) {
  const log = openLog(folder, 'debug', largest)
  for (let number = 0; number < count; number++) {
    log.info(`line ${number}`)
    if (number % 7 === 0) await turn()
  }
  return log
}
const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `line ${from + at}`)

describe('the log read from its end', () => {
  const read = (query: LogQuery) => createLogReader(folder)(query)
  const pages = async (query: LogQuery) => {
    const all: string[][] = []
    for (let before: string | null | undefined; before !== null;) {
      const page = await read({ ...query, ...(before === undefined ? {} : { before }) })
      all.push(page.lines.map(({ message }) => message))
      before = page.before
    }
    return all
  }

  it('is nothing where there is none', async () => {
    expect(await read({ limit: 10 })).toEqual({ lines: [], before: null, end: null })
    expect(await logEnd(folder)).toBeNull()
  })

  it('gives the newest lines first by pages, and each line once over all files', async () => {
    await fill(90)
    const all = await pages({ limit: 8 })
    expect(all[0]).toEqual(names(82, 90))
    expect(all.toReversed().flat()).toEqual(names(0, 90))
  })

  it('finds the beginning of lines that pieces cut apart', async () => {
    const log = openLog(folder, 'debug')
    for (let number = 0; number < 40; number++)
      log.info(`line ${number}`, { long: 'ä'.repeat(number * 211) })
    const { lines } = await read({ limit: 1000 })
    expect(lines.map(({ message }) => message)).toEqual(names(0, 40))
    expect(lines[39]?.fields['long']).toBe('ä'.repeat(39 * 211))
  })

  it('goes on before a page when the file of that page was put aside since', async () => {
    const log = await fill(30)
    const first = await read({ limit: 5 })
    for (let number = 30; number < 60; number++) log.info(`line ${number}`)
    const { before } = first
    const second = await read({ limit: 5, ...(before === null ? {} : { before }) })
    expect(second.lines.map(({ message }) => message)).toEqual(names(20, 25))
  })

  it('says that there is no more where the file is gone, or nobody knows the place', async () => {
    await fill(10)
    const nothing = { lines: [], before: null }
    expect(await read({ limit: 5, before: '1-5' })).toMatchObject(nothing)
    expect(await read({ limit: 5, before: 'nowhere' })).toMatchObject(nothing)
  })

  it('chooses by level, by a text in message or fields, and by slowness', async () => {
    const log = openLog(folder, 'debug')
    log.debug('one')
    log.info('two', { slow: 'operation', operation: 'load' })
    log.warn('three', { detail: 'A Disk is full' })
    log.error('four')
    const found = async (query: Partial<LogQuery>) =>
      (await read({ limit: 10, ...query })).lines.map(({ message }) => message)
    expect(await found({ level: 'warn' })).toEqual(['three', 'four'])
    expect(await found({ text: 'disk IS' })).toEqual(['three'])
    expect(await found({ text: 'TWO' })).toEqual(['two'])
    expect(await found({ slow: true })).toEqual(['two'])
    expect(await found({ slow: true, level: 'error' })).toEqual([])
  })

  it('leaves out what a crash has cut off', async () => {
    openLog(folder, 'debug').info('whole')
    appendFileSync(join(folder, 'lectern.log'), '{"level":30,"time":1,"msg":"cut o')
    const { lines } = await read({ limit: 10 })
    expect(lines.map(({ message }) => message)).toEqual(['whole'])
  })
})

describe('the log after a page of it', () => {
  const read = (query: LogQuery) => createLogReader(folder)(query)
  /** What came since, and where that ends. */
  const after = async (end: string | null, query: Partial<LogQuery> = {}) => {
    const page = await read({ limit: 100, ...query, ...(end === null ? {} : { after: end }) })
    return { ...page, messages: page.lines.map(({ message }) => message) }
  }

  it('gives what came since alone, and nothing where nothing did', async () => {
    const log = await fill(20, 1e6)
    const first = await after(null)
    expect(first.messages).toEqual(names(0, 20))
    expect(await after(first.end)).toMatchObject({ messages: [], before: null, end: first.end })
    // What was there before is not looked at again, whatever becomes of it.
    const content = readFileSync(join(folder, 'lectern.log'), 'utf8')
    writeFileSync(join(folder, 'lectern.log'), content.replaceAll('line', 'LINE'))
    log.debug('other')
    log.info('line 20')
    expect((await after(first.end, { level: 'info' })).messages).toEqual(['line 20'])
  })

  it('gives each line once while the log is put aside, also when none of them fits', async () => {
    const log = await fill(5, 600)
    const all: string[] = []
    let { end } = await after(null)
    let { end: silent } = await after(null, { level: 'error' })
    for (let number = 5; number < 40; number++) {
      log.info(`line ${number}`)
      await turn()
      if (number % 9 !== 0) continue
      const page = await after(end)
      all.push(...page.messages)
      end = page.end
      silent = (await after(silent, { level: 'error' })).end
      expect(silent).toBe(end)
    }
    all.push(...(await after(end)).messages)
    expect(all).toEqual(names(5, 40))
  })

  it('waits for the rest of a line', async () => {
    openLog(folder, 'info').info('first')
    appendFileSync(join(folder, 'lectern.log'), '{"level":30,"time":1,"msg":"sec')
    const { end } = await after(null)
    expect((await after(end)).end).toBe(end)
    appendFileSync(join(folder, 'lectern.log'), 'ond"}\n')
    expect((await after(end)).messages).toEqual(['second'])
  })

  it('says where to go on before it when more came than it holds', async () => {
    const log = await fill(3, 1e6)
    const { end } = await after(null)
    for (let number = 3; number < 13; number++) log.info(`line ${number}`)
    const page = await after(end, { limit: 4 })
    expect(page.messages).toEqual(names(9, 13))
    const rest = await after(end, { before: String(page.before) })
    expect([rest.messages, rest.before]).toEqual([names(3, 9), null])
  })

  it('is all there is where that file is gone', async () => {
    await fill(9)
    const { end } = await after(null)
    rmSync(join(folder, 'lectern.log'))
    await fill(2)
    expect((await after(end)).messages).toEqual(names(0, 2))
  })
})

describe('the log that is followed', () => {
  const messagesOf = async (tail: ReturnType<typeof openLogTail>) =>
    (await tail.read()).map(({ message }) => message)

  it('gives what comes, from the end that was there', async () => {
    const log = await fill(3)
    const tail = openLogTail(folder, await logEnd(folder))
    expect(await messagesOf(tail)).toEqual([])
    log.info('new')
    expect(await messagesOf(tail)).toEqual(['new'])
    expect(await messagesOf(tail)).toEqual([])
    await tail.close()
  })

  it('gives each line once while it is put aside, also more than once between two looks', async () => {
    const log = await fill(5, 600)
    const tail = openLogTail(folder, await logEnd(folder))
    const all: string[] = []
    for (let number = 5; number < 65; number++) {
      log.info(`line ${number}`)
      await turn()
      if (number % 17 === 0) all.push(...(await messagesOf(tail)))
    }
    all.push(...(await messagesOf(tail)))
    expect(all).toEqual(names(5, 65))
    await tail.close()
  })

  it('waits for a log that is not there yet, and for the rest of a line', async () => {
    const tail = openLogTail(folder, await logEnd(folder))
    expect(await messagesOf(tail)).toEqual([])
    openLog(folder, 'info').info('first')
    appendFileSync(join(folder, 'lectern.log'), '{"level":30,"time":1,"msg":"sec')
    expect(await messagesOf(tail)).toEqual(['first'])
    appendFileSync(join(folder, 'lectern.log'), 'ond"}\n')
    expect(await messagesOf(tail)).toEqual(['second'])
    await tail.close()
  })
})
