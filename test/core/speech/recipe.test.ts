import { describe, expect, test } from 'vitest'
import { RecipeKey, TakeId } from '../../../src/contract/index.ts'
import { recipeKey, recipeOfTake, takeId } from '../../../src/core/speech/recipe.ts'

const recipe = {
  spoken: [{ text: 'Hello.' }],
  voice: 'espeak:gmw/en-US',
  endpointId: 'espeak-1.52',
  rate: 1,
}

describe('a recipe key', () => {
  test('is the same for the same wish, in whatever order it is written', () => {
    const { spoken, ...rest } = recipe
    expect(recipeKey({ ...rest, spoken })).toBe(recipeKey(recipe))
    expect(RecipeKey.safeParse(recipeKey(recipe)).success).toBe(true)
  })

  test('stays what it was, or every take ever spoken would be lost', () => {
    expect(recipeKey(recipe)).toMatchInlineSnapshot(
      `"3c754af851f47976e9012a3e9dde1358a6eb9c3952e5cf69a8bec49877fbf284"`,
    )
  })

  test.each([
    { ...recipe, spoken: [{ text: 'Hello!' }] },
    { ...recipe, spoken: [{ text: 'Hello.', ipa: 'həˈloʊ' }] },
    { ...recipe, spoken: [{ text: 'Hello.' }, { pauseMs: 100 }] },
    { ...recipe, voice: 'espeak:gmw/en' },
    { ...recipe, endpointId: 'espeak-1.53' },
    { ...recipe, rate: 1.1 },
    { ...recipe, style: 'calm' },
  ])('differs when anything of the wish differs (%#)', (other) => {
    expect(recipeKey(other)).not.toBe(recipeKey(recipe))
  })
})

describe('a take id', () => {
  test('leads back to its recipe and rendition', () => {
    const id = takeId(recipeKey(recipe), 12)
    expect(TakeId.safeParse(id).success).toBe(true)
    expect(recipeOfTake(id)).toEqual({ recipeKey: recipeKey(recipe), rendition: 12 })
  })

  test('of a recording leads to none', () => {
    expect(recipeOfTake(`sha256-${'0'.repeat(64)}`)).toBeNull()
  })

  test('counts renditions from 1', () => {
    expect(() => takeId(recipeKey(recipe), 0)).toThrow('renditions count from 1')
  })
})
