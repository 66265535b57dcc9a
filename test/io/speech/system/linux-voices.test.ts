// The voices of Linux: lists, and what the programs are asked. The real espeak-ng runs in the conformance suite.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parseEspeakVoices } from '../../../../src/io/speech/system/espeak-cli.ts'
import { parseRhvoiceInfo } from '../../../../src/io/speech/system/rhvoice.ts'
import { openSystemPrograms, type SystemPrograms } from '../../../fixtures/system-programs.ts'
import { espeakList } from '../../../fixtures/system-programs/lists.ts'

const never = new AbortController().signal

describe('the list of espeak-ng', () => {
  const listed = parseEspeakVoices(espeakList)

  it.each([
    ['gmw/af', 'Afrikaans', ['af'], 'male'],
    ['iro/chr', 'Cherokee', ['chr-US', 'chr'], 'male'],
    ['sit/cmn', 'Chinese (Mandarin, latin as English)', ['zh'], 'male'],
    ['gmw/en', 'English (Great Britain)', ['en-GB', 'en'], 'male'],
    ['gmw/en-US', 'English (America)', ['en-US', 'en'], 'male'],
    ['gmw/en-US-nyc', 'English (America, New York City)', ['en-US', 'en'], 'male'],
    ['gmq/nb', 'Norwegian Bokmål', ['nb', 'no'], 'male'],
    ['art/piqd', 'Klingon', [], 'male'],
    ['mb/mb-br2', 'brazil-mbrola-2', ['pt-BR', 'pt'], 'female'],
    ['eu', 'Basque', ['eu'], 'unknown'],
  ])('has %s, %s, who speaks %j', (file, label, languages, gender) => {
    expect(listed).toContainEqual({
      name: `espeak-ng/${file}`,
      label,
      languages,
      gender,
      draft: true,
    })
  })

  it('has no voice of its heading', () => {
    expect(listed).toHaveLength(10)
  })
})

describe('a voice of RHVoice', () => {
  it.each([
    ['name=Alan\nlanguage=English\ngender=male\n', 'Alan', ['en'], 'male'],
    [
      'format=4\nname=Leticia-F123\nlanguage=Brazilian-Portuguese\r\ngender=female',
      'Leticia-F123',
      ['pt-BR', 'pt'],
      'female',
    ],
    ['name=New\nlanguage=Quenya', 'New', [], 'unknown'],
  ])('%j', (info, name, languages, gender) => {
    expect(parseRhvoiceInfo(info)).toEqual({
      name: `rhvoice/${name}`,
      label: name,
      languages,
      gender,
    })
  })

  it('has a name', () => {
    expect(parseRhvoiceInfo('language=English')).toBeNull()
  })
})

describe('Linux', () => {
  let linux: SystemPrograms
  afterEach(() => linux.close())
  const open = (...programs: string[]) =>
    (linux = openSystemPrograms({ platform: 'linux', programs }))
  const speak = async (name: string, text: string, rate: number) => {
    const voice = (await linux.provider.voices(never)).find((each) => each.name === name)
    if (!voice) throw new Error(`${name} is listed`)
    return linux.provider.speak({ voice, spoken: [{ text }], rate }, never)
  }
  const addRhvoice = (folder: string, info: string) => {
    const path = join(linux.root, 'share', 'RHVoice', 'voices', folder)
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'voice.info'), info)
  }

  it('gives espeak-ng the text by its standard input alone', async () => {
    open('espeak-ng')
    const { file } = await speak('espeak-ng/gmw/en-US', '--help; $(reboot)\n[[h@l@U]]', 1.5)
    const asked = linux.recorded().at(-1)
    expect(asked?.args).toEqual([
      ...['-b', '1', '-v', 'gmw/en-US', '-s', '263', '-w', file, '--stdin'],
    ])
    expect(asked?.said).toBe('--help; $(reboot) [ [h@l@U]]')
  })

  it('gives RHVoice the text by its standard input alone', async () => {
    open('RHVoice-test')
    addRhvoice('alan', 'name=Alan\nlanguage=English\ngender=male')
    addRhvoice('broken', '')
    const { file } = await speak('rhvoice/Alan', 'Good day.', 0.8)
    expect(linux.recorded()).toMatchObject([
      { args: ['-p', 'Alan', '-r', '80', '-o', file], said: 'Good day.' },
    ])
    expect(await linux.provider.voices(never)).toHaveLength(1)
  })

  it('lists both engines as one source, and says which there are', async () => {
    open('espeak-ng', 'RHVoice-test')
    addRhvoice('slt', 'name=SLT\nlanguage=English\ngender=female')
    const names = (await linux.provider.voices(never)).map(({ id }) => id)
    expect(names).toHaveLength(11)
    expect(names).toContain('system:rhvoice/SLT')
    expect(linux.provider.endpointOf?.('system:rhvoice/SLT')).toBe('rhvoice-cli')
    // Nobody has compared two answers of RHVoice.
    expect(linux.provider.capabilities.deterministic).toBe(false)
  })

  it('asks espeak-ng for equal answers, under one name before and after it is listed', async () => {
    open('espeak-ng')
    expect(linux.provider.endpointOf?.('system:espeak-ng/gmw/en')).toBe('espeak-ng-cli')
    await linux.provider.voices(never)
    expect(linux.provider.endpointOf?.('system:espeak-ng/gmw/en')).toBe('espeak-ng-cli')
    expect(linux.provider.capabilities).toMatchObject({
      deterministic: true,
      normalizesText: false,
    })
  })
})
