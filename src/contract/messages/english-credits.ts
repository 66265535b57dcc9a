// Sentences on opening and closing credits, in English.
export const creditsWords = {
  add: 'Add credits',
  added:
    'Opening and closing credits are there, as the first and the last chapter. Look through them, then narrate.',
  kept: 'The book has its credits already.',
}
