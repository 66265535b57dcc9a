// Letters that a PDF gives by the form they are drawn in, as the letters they are: Arabic, upright signs, ligatures.

/** Arabic presentation forms A and B, signs of vertical lines, ligatures of Latin letters. Nothing else is folded. */
const forms = /[\ufb00-\ufb06\ufb50-\ufdff\ufe10-\ufe19\ufe30-\ufe4f\ufe70-\ufefc]+/g
/** An Arabic vowel sign alone is folded to a space that carries it: it belongs to the letter before. */
const carried = / (?=[\u064b-\u0655\u0670])/g

export const foldForms = (text: string): string =>
  text.replace(forms, (found) => found.normalize('NFKC').replace(carried, ''))
