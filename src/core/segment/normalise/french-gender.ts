// Which French nouns are feminine, as far as numbers care: une page, vingt et une heures. A data table.

const feminine: ReadonlySet<string> = new Set(
  `année annee page heure minute seconde journée semaine fois personne femme fille lieue toise tonne
  brasse encablure verste coudée once pinte ligne lettre ligne syllabe pièce chambre maison porte
  fenêtre rue ville voiture chaise table feuille fleur rose étoile pomme poire orange balle bombe
  bouteille caisse carte cartouche chanson chemise chose classe cloche colonne conférence coupe
  couronne danse dent dizaine douzaine école église entrée épée équipe étape face famille ferme
  flèche foule galère gorgée goutte grappe guerre guinée île image jambe larme leçon liste loge lune
  machine main marche messe mesure mine montagne mule musique note nuit œuvre oie parole part partie
  patte pensée perle peseta pierre pile piastre pistole place planche planète plume poignée poule
  province question raison région règle religieuse reine république rivière robe roue roupie salle
  scène sentinelle servante sœur soirée sonate strophe table tasse tente tête tour tranche troupe
  usine vache vague veuve victime victoire vie vigne vis voile voix abeille âme action arme aune bête
  blessure boîte bougie bouche cabine cavalerie cellule chandelle chèvre chaîne cigarette compagnie
  contrée copie corde corvette couleur course couverture créature date demande demoiselle dette dame
  drachme écaille édition enfance espèce étincelle étoffe étude exception expérience fée figure
  flotte force forme fortune fosse frégate grenade histoire jument langue livraison locomotive
  marchandise matinée mère mort naissance onces paire pilule pluie portion poutre promesse rangée
  rame récolte réponse saison section signature statue station tribu vente verge version vertu vitre
  voyelle consonne marche minute lampe touche case ampoule émission chaîne vidéo photo`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
const endings = /(?:[tsx]ion|ette|elle|esse|ance|ence|ité|ture|aine|euse|trice|ienne)s?$/u
const otherwise =
  /^(?:silence|bastion|million|trillion|ion|squelette|domaine|capitaine|ingrédience)s?$/u
const adjectives =
  /^(?:petites?|grandes?|belles?|bonnes?|vieilles?|longues?|nouvelles?|autres|jeunes|premières|dernières|mauvaises|grosses|toutes)$/u

/** Whether a number that stands before this counts something feminine: `page`, `petites filles`. */
export function isFeminine(after: string): boolean {
  const [, first = '', second = ''] =
    /^[ \u00a0\u202f]?(\p{L}+)(?:[ \u00a0\u202f](\p{L}+))?/u.exec(after) ?? []
  const noun = (adjectives.test(first) && second !== '' ? second : first).toLowerCase()
  return feminine.has(noun) || feminine.has(noun.replace(/s$/, '')) || suits(noun)
}

const suits = (noun: string): boolean => endings.test(noun) && !otherwise.test(noun)
