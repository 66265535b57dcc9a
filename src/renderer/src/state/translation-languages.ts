// Languages that a book can be translated into: those that models are good at and voices speak.
import { primaryOf } from '../../../contract/index.ts'

const tags =
  'ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu id is it ja ko la lt lv nb nl pl pt pt-BR ro ru sk sl sr sv ta th tr uk vi zh'.split(
    ' ',
  )

/** By their names, without the book's own; `pt-BR` is another one than `pt`. */
export const languagesBut = (
  own: string,
  nameOf: (tag: string) => string,
): { value: string; label: string }[] =>
  tags
    .filter((tag) => tag !== own && tag !== primaryOf(own))
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
