// Languages that a text can be asked for in: those that models are good at and voices speak.
import { primaryOf } from '../../../contract/index.ts'

const tags =
  'ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu id is it ja ko la lt lv nb nl pl pt pt-BR ro ru sk sl sr sv ta th tr uk vi zh'.split(
    ' ',
  )

type NameOf = (tag: string) => string
type Choice = { value: string; label: string }

/** By their names, without the book's own; `pt-BR` is another one than `pt`. */
export const languagesBut = (own: string, nameOf: NameOf): Choice[] =>
  choices(
    tags.filter((tag) => tag !== own && tag !== primaryOf(own)),
    nameOf,
  )

/** All of them, and this one where it is none of them. */
export const languagesWith = (own: string, nameOf: NameOf): Choice[] =>
  choices([...new Set([...tags, own])], nameOf)

const choices = (wanted: readonly string[], nameOf: NameOf): Choice[] =>
  wanted
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
