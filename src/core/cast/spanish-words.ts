// Spanish words by which speakers are found. A data table.
import { wordSet, type CastWords } from './cast-words.ts'

export const spanishWords: CastWords = {
  verbs: wordSet(`
    dijo dice decía dije digo preguntó pregunta preguntaba pregunté respondió responde respondí contestó
    contesta contesté replicó repuso exclamó exclama gritó grita gritaba grité chilló susurró susurra
    murmuró murmura musitó masculló balbuceó balbució tartamudeó gimió sollozó suspiró gruñó rugió bramó
    añadió añade agregó continuó continúa prosiguió siguió observó comentó declaró anunció afirmó aseguró
    confesó admitió reconoció explicó explica aclaró insistió interrumpió objetó protestó suplicó rogó
    imploró ordenó mandó pidió propuso sugirió concluyó repitió repite inquirió interrogó indagó
    exigió advirtió avisó amenazó prometió juró confirmó asintió aprobó negó bromeó ironizó terció
    intervino apuntó señaló apostilló soltó espetó farfulló refunfuñó rezongó titubeó pensó reflexionó
    recitó leyó llamó saludó agradeció recordó informó contó relató habló insinuó opinó sentenció`),
  softVerbs: wordSet('rió sonrió lloró empezó comenzó terminó acabó hizo quiso volvió'),
  participles: wordSet(`
    diciendo preguntando gritando respondiendo murmurando añadiendo`),
  openVerb: null,
  particles: wordSet('también otra vez de nuevo'),
  auxiliaries: wordSet('ha había le les me nos se entonces luego'),
  adverbs: wordSet(
    'entonces luego después también siempre ya apenas bajo despacio aún todavía por fin',
  ),
  adverbEnding: /mente$/u,
  notAdverbs: wordSet(''),
  placeWords: wordSet('calle plaza castillo hotel'),
  toWhom: wordSet('a'),
  vagueNouns: wordSet('voz voces otro otra'),
  pronouns: {
    él: 'he',
    ella: 'she',
    yo: 'narrator',
    ellos: 'group',
    ellas: 'group',
    nosotros: 'group',
    todos: 'group',
    ambos: 'group',
    alguien: 'any',
    nadie: 'any',
    uno: 'any',
    usted: 'any',
  },
  genderSigns: { él: 'he', ella: 'she' },
  articles: wordSet('el la un una este esta aquel aquella otro otra'),
  possessives: { mi: 'narrator', nuestro: 'narrator', nuestra: 'narrator', su: 'other' },
  titles: {
    señor: 'he',
    sr: 'he',
    señora: 'she',
    sra: 'she',
    señorita: 'she',
    srta: 'she',
    don: 'he',
    d: 'he',
    doña: 'she',
    doctor: 'he',
    dr: 'he',
    doctora: 'she',
    dra: 'she',
    profesor: 'he',
    profesora: 'she',
    conde: 'he',
    condesa: 'she',
    duque: 'he',
    duquesa: 'she',
    marqués: 'he',
    marquesa: 'she',
    rey: 'he',
    reina: 'she',
    príncipe: 'he',
    princesa: 'she',
    capitán: 'he',
    coronel: 'he',
    general: 'he',
    teniente: 'he',
    sargento: 'he',
    comisario: 'he',
    inspector: 'he',
    padre: 'he',
    madre: 'she',
    fray: 'he',
    sor: 'she',
    hermano: 'he',
    hermana: 'she',
    tío: 'he',
    tía: 'she',
  },
  nouns: {
    he: wordSet(`
      hombre muchacho chico niño joven viejo anciano padre tío hermano hijo marido esposo abuelo sobrino
      primo rey príncipe conde duque marqués capitán coronel general soldado marinero cura sacerdote
      monje criado cochero policía guardia ventero camarero cartero pescador labrador herrero cazador
      maestro médico doctor profesor juez abogado comisario extraño desconocido amigo vecino caballero
      hidalgo barbero escudero señor mozo`),
    she: wordSet(`
      mujer dama muchacha chica niña vieja anciana madre tía hermana hija esposa abuela sobrina prima viuda
      reina princesa condesa duquesa marquesa criada ama camarera maestra señora señorita bruja monja
      amiga vecina cocinera doncella moza`),
  },
  kinNouns: wordSet(`
    padre madre hermano hermana mujer marido esposo esposa tío tía primo prima hijo hija abuelo abuela
    sobrino sobrina suegro suegra cuñado cuñada papá mamá amo ama padrino madrina`),
  epithets: wordSet(
    'pobre buen bueno buena viejo vieja joven pequeño pequeña querido querida gran el la',
  ),
  notNames: wordSet(`
    yo tú él ella usted nosotros ustedes ellos ellas el la los las lo un una unos unas mi mis tu tus su sus
    nuestro nuestra este esta esto ese esa eso aquel aquella y e o u pero mas sino ni que quien quién qué
    cómo cuándo cuando dónde donde por para con sin sobre bajo entre desde hasta hacia en de del a al según
    tras sí si no ya muy más menos tan tanto todo toda todos nada nadie alguien algo cada otro otra ahora
    aquí allí allá entonces luego después antes siempre nunca también tampoco quizá quizás acaso bueno
    bien mal vamos ven mira oye ay oh ah eh dios cielo señor lunes martes miércoles jueves viernes sábado
    domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    capítulo gracias perdón señora señorita era había estaba fue`),
  nameLinks: wordSet('de del la las los y san santa'),
  conjunctions: wordSet('y e o u pero ni que si como cuando mientras porque quien'),
  prepositions: wordSet(
    'a al con sin sobre bajo entre desde hasta hacia en de del por para según tras ante',
  ),
  dropsSubject: true,
  capitalNouns: false,
  insideTags: false,
  dashOpens: true,
}
