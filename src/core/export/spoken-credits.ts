// What credits say aloud, by language: nothing of it is known in any other one.
export type SpokenCredits = {
  /** Titles of the two chapters. */
  opening: string
  closing: string
  writtenBy: (authors: string) => string
  readBy: (narrator: string) => string
  heard: (title: string) => string
  /** Called with at least one of the two. */
  published: (by: { publisher?: string | undefined; year?: string | undefined }) => string
  end: string
}

/** `by` and `in`, as far as either is known. */
const told = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ')

export const englishCredits: SpokenCredits = {
  opening: 'Opening Credits',
  closing: 'Closing Credits',
  writtenBy: (authors) => `Written by ${authors}`,
  readBy: (narrator) => `Narrated by ${narrator}`,
  heard: (title) => `This has been ${title}`,
  published: ({ publisher, year }) =>
    told('Published', publisher && `by ${publisher}`, year && `in ${year}`),
  end: 'The end',
}

export const spokenCredits: Readonly<Record<string, SpokenCredits>> = {
  en: englishCredits,
  de: {
    opening: 'Vorspann',
    closing: 'Abspann',
    writtenBy: (authors) => `Von ${authors}`,
    readBy: (narrator) => `Gelesen von ${narrator}`,
    heard: (title) => `Das war ${title}`,
    published: ({ publisher, year }) =>
      told('Erschienen', year && `im Jahr ${year}`, publisher && `bei ${publisher}`),
    end: 'Ende',
  },
  fr: {
    opening: 'Générique de début',
    closing: 'Générique de fin',
    writtenBy: (authors) => `Écrit par ${authors}`,
    readBy: (narrator) => `Lu par ${narrator}`,
    heard: (title) => `Vous avez écouté ${title}`,
    published: ({ publisher, year }) =>
      told('Publié', publisher && `par ${publisher}`, year && `en ${year}`),
    end: 'Fin',
  },
  es: {
    opening: 'Créditos iniciales',
    closing: 'Créditos finales',
    writtenBy: (authors) => `Escrito por ${authors}`,
    readBy: (narrator) => `Narrado por ${narrator}`,
    heard: (title) => `Han escuchado ${title}`,
    published: ({ publisher, year }) =>
      told('Publicado', publisher && `por ${publisher}`, year && `en ${year}`),
    end: 'Fin',
  },
}
