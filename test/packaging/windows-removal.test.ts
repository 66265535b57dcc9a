// What of Windows' installer is ours: read, and compiled where NSIS is. What it does has nobody seen yet.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { placesOf, defaultDataRoot } from '../../src/io/system-places.ts'
import { readConfiguration, root } from './pack.ts'

const path = join(root, 'resources', 'installer', 'windows.nsh')
const script = readFileSync(path, 'utf8')
const macro = (name: string) =>
  new RegExp(`^!macro ${name}$(.*?)^!macroend`, 'ms').exec(script)?.[1] ?? ''
const compiler = spawnSync('makensis', ['-VERSION']).error === undefined
if (!compiler) console.info('makensis is not installed: the installer’s script is only read')

test('the installer includes it, and never removes a library without a question', async () => {
  const { nsis } = (await readConfiguration()) as { nsis?: Record<string, unknown> }
  expect(nsis?.['include']).toBe('resources/installer/windows.nsh')
  expect(nsis).not.toHaveProperty('deleteAppDataOnUninstall')
  const removal = macro('customUnInstall')
  expect(removal.indexOf('${ifNot} ${isUpdated}')).toBeLessThan(removal.indexOf('askForLibrary'))
  const question = macro('askForLibrary')
  expect(question).toMatch(/MB_YESNO.*MB_DEFBUTTON2.* \/SD IDNO IDNO libraryStays\n/)
  const beforeAnswer = question.slice(0, question.indexOf('MessageBox'))
  expect(beforeAnswer + removal + macro('forgetLinks')).not.toMatch(/RMDir.*\\lectern[\\"]/)
})

test('it removes the four places of the library on Windows, and no other folder', () => {
  vi.stubEnv('LOCALAPPDATA', '$LOCALAPPDATA')
  vi.stubEnv('APPDATA', '$APPDATA')
  const platform = vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
  const places = Object.values(placesOf(defaultDataRoot())).map((at) => at.replaceAll('/', '\\'))
  platform.mockRestore()
  vi.unstubAllEnvs()
  const removed = [...script.matchAll(/RMDir \/r "(.*)"/g)].map(([, folder = '']) => folder)
  expect(removed.toSorted()).toEqual([...places, '$LOCALAPPDATA\\lectern-updater'].toSorted())
})

test('it takes back every key that was written', () => {
  const written = [...macro('customInstall').matchAll(/WriteRegStr SHELL_CONTEXT "([^"]*)"/g)]
  const removed = [...macro('customUnInstall').matchAll(/DeleteRegKey SHELL_CONTEXT "([^"]*)"/g)]
  expect(written.length).toBeGreaterThan(10)
  const left = written.filter(([, key]) => !removed.some(([, all = '']) => key?.startsWith(all)))
  expect(left).toEqual([])
  // As app.setAsDefaultProtocolClient writes it.
  expect(macro('forgetLinks')).toContain('DeleteRegKey HKCU "Software\\Classes\\lectern"')
})

test.skipIf(!compiler)('the compiler of installers understands it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-nsis-'))
  try {
    // As little around it as it needs; electron-builder's own needs plug-ins that are fetched.
    const around = `Unicode true
      OutFile "${join(folder, 'lectern.exe')}"
      !include LogicLib.nsh
      !define APP_EXECUTABLE_FILENAME Lectern.exe
      !define PRODUCT_NAME Lectern
      Var installMode
      !macro _isUpdated left right yes no
        StrCmp $CMDLINE "--updated" \`\${yes}\` \`\${no}\`
      !macroend
      !define isUpdated \`"" isUpdated ""\`
      !include "${path}"
      Section
        !insertmacro customInstall
        WriteUninstaller "$INSTDIR\\remove.exe"
      SectionEnd
      Section "un.Remove"
        StrCpy $installMode "all"
        !insertmacro customUnInstall
      SectionEnd`
    const source = join(folder, 'setup.nsi')
    writeFileSync(source, around)
    const words = ['-WX', '-INPUTCHARSET', 'UTF8', source]
    const { status, stdout, stderr } = spawnSync('makensis', words, { encoding: 'utf8' })
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' })
    expect(existsSync(join(folder, 'lectern.exe'))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
