import { describe, expect, test } from 'vitest'
import { isOwnPage, mayOpenOutside } from '../../src/main/own-page.ts'

describe('our own page', () => {
  test.each(['lectern://app/', 'lectern://app/media/x?y#z'])('is %s', (address) => {
    expect(isOwnPage(address)).toBe(true)
  })

  test.each([
    '',
    'lectern://app.evil.example/',
    'lectern://application/',
    'lectern://app@evil.example/',
    'lectern://me:secret@app/',
    'https://app/',
    'https://lectern/app/',
    'file:///app/',
    'javascript:alert(1)',
    'about:blank',
    'data:text/html,lectern://app/',
  ])('is not %s', (address) => {
    expect(isOwnPage(address)).toBe(false)
  })
})

describe('the system’s browser', () => {
  test('opens our few places by https and nothing else', () => {
    expect(mayOpenOutside('https://www.gnu.org/licenses/gpl-3.0.html')).toBe(true)
    for (const address of [
      'http://www.gnu.org/',
      'https://www.gnu.org.evil.example/',
      'https://www.gnu.org:444/',
      'file:///etc/passwd',
      'smb://www.gnu.org/',
      'nonsense',
    ]) {
      expect(mayOpenOutside(address)).toBe(false)
    }
  })
})
