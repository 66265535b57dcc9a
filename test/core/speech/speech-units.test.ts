import { describe, expect, test } from 'vitest'
import { phonemesOf, speechUnits } from '../../../src/core/speech/speech-units.ts'

const unitsOf = (text: string, language = 'en') => speechUnits([{ text }], language)
const phonemes = (text: string, language = 'en') => phonemesOf(unitsOf(text, language))

describe('speech units', () => {
  test.each([
    ['cat', 3],
    ['the ship', 5],
    ['phone', 3],
    ['better', 5],
    ['Straße', 6],
    ['strength', 6],
  ])('of %j are about its %i phonemes', (text, expected) => {
    expect(Math.abs(phonemes(text) - expected)).toBeLessThanOrEqual(1)
  })

  test('count words and marks beside their sounds', () => {
    expect(unitsOf('“Well, no,” she said. Don’t!')).toMatchObject({ words: 5, marks: 4 })
  })

  test('of digits are those of the number as it is spoken', () => {
    expect(phonemes('1775') / phonemes('seventeen seventy-five')).toBeGreaterThan(0.7)
    expect(phonemes('1775') / phonemes('seventeen seventy-five')).toBeLessThan(1.4)
    expect(phonemes('In 1775, 12 men paid $3.50.')).toBeGreaterThan(45)
  })

  test('of capitals without a vowel are those of the letters', () => {
    expect(phonemes('BBC')).toBeGreaterThan(phonemes('Bob') * 2)
    expect(phonemes('YOU ARE')).toBe(phonemes('you are'))
  })

  test('of characters that are syllables are more than one each', () => {
    expect(phonemes('你好世界', 'zh')).toBe(12)
    expect(phonemes('こんにちは', 'ja')).toBeGreaterThan(8)
    expect(phonemes('안녕', 'ko')).toBe(6)
  })

  test('of scripts that leave vowels out are more than their letters', () => {
    expect(phonemes('مرحبا', 'ar')).toBe(8)
    expect(phonemes('Привет', 'ru')).toBe(6)
  })

  test('of pauses and of signs alone are none', () => {
    expect(phonemesOf(speechUnits([{ pauseMs: 900 }, { text: '— …' }], 'en'))).toBe(0)
  })

  test('of French are fewer for the same letters', () => {
    expect(phonemes('beaucoup', 'fr-FR')).toBeLessThan(phonemes('beaucoup', 'en'))
  })

  test('add up over parts, whatever is meant to be pronounced otherwise', () => {
    const parts = [{ text: 'Good ' }, { ipa: 'ˈmɔːnɪŋ', text: 'morning' }, { pauseMs: 100 }]
    expect(speechUnits(parts, 'en')).toEqual(unitsOf('Good morning'))
  })
})
