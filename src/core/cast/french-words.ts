// French words by which speakers are found. A data table.
import { wordSet, type CastWords } from './cast-words.ts'

export const frenchWords: CastWords = {
  verbs: wordSet(`
    dit disait dis répondit répond répondait demanda demande demandait cria crie criait s'écria écria
    s'exclama exclama murmura murmure murmurait chuchota chuchote souffla hurla hurle gronda grogna
    balbutia bégaya bredouilla marmonna marmotta soupira gémit sanglota répliqua réplique riposta
    rétorqua repartit reprit reprend poursuivit poursuit continua continue ajouta ajoute observa observe
    remarqua remarque déclara déclare annonça annonce affirma affirme assura assure avoua avoue admit
    expliqua explique insista insiste interrompit objecta protesta supplia implora ordonna ordonne
    commanda proposa propose suggéra conclut conclua répéta répète interrogea interroge questionna
    s'enquit enquit fit faisait lança jeta plaisanta railla ricana menaça prévint avertit conseilla
    promit jura confirma convint approuva acquiesça dicta lut récita chantonna fredonna siffla susurra
    tonna rugit glapit trancha coupa pensa songea raconta confia intervint renchérit articula bougonna
    maugréa vociféra appela`),
  softVerbs: wordSet(
    'rit sourit pleura commença commence acheva termina réfléchit hésita parla trouva',
  ),
  participles: wordSet(`
    disant demandant criant répondant murmurant ajoutant`),
  openVerb: null,
  particles: wordSet('aussi encore alors donc enfin'),
  auxiliaries: wordSet('a avait lui leur me nous se s y en puis alors'),
  adverbs: wordSet(`
    alors enfin encore aussi donc puis soudain vite bas doucement tout déjà toujours ensuite simplement`),
  adverbEnding: /ment$/u,
  notAdverbs: wordSet(''),
  placeWords: wordSet('rue place château hôtel'),
  toWhom: wordSet('à'),
  vagueNouns: wordSet('voix autre autres'),
  pronouns: {
    il: 'he',
    elle: 'she',
    je: 'narrator',
    j: 'narrator',
    nous: 'group',
    ils: 'group',
    elles: 'group',
    tous: 'group',
    on: 'any',
    ce: 'any',
    quelqu: 'any',
    personne: 'any',
  },
  genderSigns: { il: 'he', elle: 'she' },
  articles: wordSet('le la l un une ce cet cette'),
  possessives: {
    mon: 'narrator',
    ma: 'narrator',
    notre: 'narrator',
    son: 'other',
    sa: 'other',
    leur: 'other',
  },
  titles: {
    m: 'he',
    monsieur: 'he',
    mr: 'he',
    mme: 'she',
    madame: 'she',
    mlle: 'she',
    mademoiselle: 'she',
    maître: 'he',
    docteur: null,
    dr: null,
    professeur: null,
    comte: 'he',
    comtesse: 'she',
    duc: 'he',
    duchesse: 'she',
    baron: 'he',
    baronne: 'she',
    marquis: 'he',
    marquise: 'she',
    prince: 'he',
    princesse: 'she',
    roi: 'he',
    reine: 'she',
    capitaine: 'he',
    colonel: 'he',
    commandant: 'he',
    général: 'he',
    lieutenant: 'he',
    sergent: 'he',
    commissaire: null,
    inspecteur: null,
    abbé: 'he',
    père: 'he',
    mère: 'she',
    frère: 'he',
    sœur: 'she',
    oncle: 'he',
    tante: 'she',
    don: 'he',
    lord: 'he',
    lady: 'she',
    sir: 'he',
    miss: 'she',
    mrs: 'she',
  },
  nouns: {
    he: wordSet(`
      homme garçon vieillard père oncle frère fils mari époux grand-père neveu cousin roi prince comte duc
      baron marquis capitaine colonel général soldat matelot marin prêtre curé abbé moine valet cocher
      gendarme aubergiste serveur facteur pêcheur fermier forgeron chasseur maître docteur médecin
      professeur juge notaire commissaire vieux jeune étranger inconnu ami voisin monsieur`),
    she: wordSet(`
      femme dame fille mère tante sœur épouse grand-mère nièce cousine veuve reine princesse comtesse
      duchesse baronne marquise gouvernante servante bonne hôtesse serveuse maîtresse nourrice sorcière
      fée religieuse vieille amie voisine fermière cuisinière demoiselle`),
  },
  kinNouns: wordSet(`
    père mère frère sœur femme mari époux épouse oncle tante cousin cousine fils fille grand-père
    grand-mère neveu nièce beau-père belle-mère beau-frère belle-sœur papa maman maître maîtresse`),
  epithets: wordSet(
    'pauvre petit petite vieux vieille jeune bon bonne cher chère brave grand grande le la l',
  ),
  notNames: wordSet(`
    je tu il elle on nous vous ils elles le la les l un une des du de d ce cet cette ces mon ma mes ton ta
    tes son sa ses notre nos votre vos leur leurs et mais ou où donc or ni car si que qu qui quoi dont
    quand comme comment pourquoi combien puis alors enfin ensuite soudain oui non ah oh eh hé bah bien bon
    allons tiens voilà voici ici là maintenant jamais toujours encore déjà aussi très plus moins peu tout
    tous toute rien personne quelqu chacun à au aux en dans par pour sur sous avec sans chez vers entre
    dieu ciel seigneur lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai
    juin juillet août septembre octobre novembre décembre chapitre pendant après avant depuis cependant
    pourtant peut-être merci pardon monsieur madame mademoiselle messieurs était avait c s n j m t y`),
  nameLinks: wordSet('de du des d la le les von van saint sainte'),
  conjunctions: wordSet('et mais ou donc or ni car si que quand comme qui lorsque'),
  prepositions: wordSet(
    'à au aux en dans par pour sur sous avec sans chez vers entre de du des d après avant',
  ),
  dropsSubject: false,
  capitalNouns: false,
  insideTags: true,
  dashOpens: true,
}
