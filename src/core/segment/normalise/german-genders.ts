// Nouns that ordinals stand before in German, by gender: what decides their ending. A data table.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

export const masculine = set(
  `Januar Jänner Februar Feber März April Mai Juni Juli Julius August September Oktober November
  Dezember Tag Band Teil Akt Aufzug Auftritt Stock Versuch Platz Weltkrieg Sonntag Montag Dienstag
  Mittwoch Donnerstag Freitag Samstag Sonnabend Geburtstag Preis Rang Grad Psalm Advent Abschnitt
  Abend Monat Gang Satz Vers Gesang Brief Artikel Paragraph Schritt Punkt Sieg Mann Kreuzzug Absatz
  Bezirk Jahrestag Todestag Hochzeitstag Stand Sohn Zug Schlag Zweig Senat Bürger Kaiser König`,
)
export const feminine = set(
  `Klasse Auflage Armee Woche Stunde Etage Runde Division Kompanie Person Dynastie Stelle Sinfonie
  Symphonie Szene Strophe Zeile Seite Reihe Generation Brigade Batterie Schwadron Eskadron Staffel
  Sitzung Nacht Abteilung Ausgabe Minute Sekunde Frau Tochter Stufe Republik Internationale Folge
  Lektion Straße Etappe Lieferung Abhandlung`,
)
export const neuter = set(
  `Jahrhundert Jahrhunderts Jahrhunderte Jahrhunderten Jahrtausend Jahrtausends Kapitel Kapitels Buch
  Buches Bataillon Regiment Regiments Infanterieregiment Mal Gebot Jahr Jahres Jahre Lebensjahr
  Lebensjahre Lebensjahres Semester Reich Reichs Reiches Drittel Viertel Korps Armeekorps Geschoss
  Geschoß Stockwerk Bild Blatt Heft Stück Lied Konzil Quartal Kind Dutzend Schuljahr Bändchen Abenteuer
  Mitglied Konzert Rendezvous`,
)
/** Genitives and datives, whose ordinal ends in -en whatever stands before. */
export const inflected = set(
  `Tages Bandes Teils Teiles Aktes Stockes Weltkriegs Weltkrieges Monats Grades Jahrhunderts
  Jahrhunderten Jahrtausends Kapitels Buches Regiments Jahres Lebensjahres Reichs Reiches Tagen
  Jahrhunderte Lebensjahre Jahre`,
)
