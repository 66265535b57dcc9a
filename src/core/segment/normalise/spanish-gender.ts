// How a number meets the Spanish noun behind it: veintiún libros, veintiuna páginas.
import type { Form } from './spanish-numbers.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** End like feminine ones and are masculine. */
const he = set(
  `días dias problemas sistemas programas temas poemas idiomas planetas mapas dramas dilemas fantasmas
  telegramas kilogramas gramas diagramas crucigramas esquemas lemas síntomas enigmas diplomas cometas
  tranvías guardias poetas atletas artistas turistas soldados pianistas periodistas centinelas policías
  curas monarcas patriarcas jesuitas espías camaradas colegas guías papas sofás pijamas climas
  monjes aromas axiomas carismas emblemas estigmas prismas traumas jerarcas profetas pilotas magmas
  deportistas socialistas comunistas electricistas futbolistas ajedrecistas accionistas`,
)
/** End otherwise and are feminine. */
const she = set(
  `noches tardes veces mujeres calles naves partes leyes voces luces cruces flores torres clases señales
  pieles paredes redes sedes llaves nubes serpientes fuentes gentes muertes suertes imágenes órdenes
  bases frases fases series especies superficies aves carnes cárceles catedrales crisis tesis dosis
  madres actrices emperatrices hélices raíces perdices nueces cicatrices codornices legiones reses
  manos fotos motos radios mieses hambres sangres labores col coles sales hieles mentes
  creces mitades sociedades vírgenes márgenes índoles razones canciones`,
)
const little = set(
  `de del y e o u en por a al con que para se si no ni más menos es era son fue fueron eran como entre
  desde hasta sin sobre según tras ante bajo pero sino donde cuando cual cuales quien quienes los las
  lo le les la el un una unos unas su sus mi mis tu tus este esta estos estas ese esos esas aquel pues
  además después antes cada ha han había habían he hemos será serán está están
  estaba estaban tiene tienen tenía tenían vino también ya muy bien mal aquí allí hoy ayer jamás quizás
  nos os me te yo él ella ellos ellas usted ustedes atrás detrás adelante`,
)
const femaleEnd = /(?:[^aeiou]as|[iueo]as|ciones|siones|dades|tades|tudes|umbres|ices)$/u

/** The form of a number that stands before `after`; `isOne` where the noun is in the singular. */
export function formBefore(after: string, isOne: boolean): Form | null {
  const noun = /^[ \u00a0\u202f](\p{Ll}+)/u.exec(after)?.[1]
  if (noun === 'mil' || noun?.startsWith('mill')) return 'masculine'
  if (noun === undefined || little.has(noun)) return 'alone'
  if (isOne) {
    const many = /[aeiouáéó]$/.test(noun) ? `${noun}s` : `${noun}es`
    if (he.has(many)) return 'masculine'
    if (she.has(many) || /(?:a|ción|sión|dad|tad)$/.test(noun)) return 'feminine'
    return /[oelnr]$/.test(noun) ? 'masculine' : null
  }
  if (!noun.endsWith('s') || noun.endsWith('mos')) return 'alone'
  if (he.has(noun)) return 'masculine'
  return she.has(noun) || femaleEnd.test(noun) ? 'feminine' : 'masculine'
}
