// Names that are followed by Roman numbers in German, by gender, and words for things numbered so.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

export const kings = set(
  `Friedrich Wilhelm Ludwig Karl Carl Heinrich Otto Konrad Leopold Franz Joseph Josef Ferdinand
  Maximilian Rudolf Albrecht Georg Eduard Richard Jakob Johann Johannes Paul Pius Benedikt Gregor Leo
  Clemens Klemens Innozenz Bonifaz Urban Alexander Nikolaus Peter Iwan Napoleon Philipp Gustav Adolf
  Christian August Ernst Sigismund Siegmund Matthias Ottokar Lothar Ramses Ptolemäus Dareios Darius
  Xerxes Antiochos Alfons Margrave Robert Stephan Harald Edmund Knut Albert Baldwin Balduin Viktor
  Umberto Emanuel Amenophis Thutmosis Sethos Murad Selim Mohammed Mahmud Abdul Oskar Haakon Olaf Erik
  Waldemar Juan Felipe Pedro Alfred Konstantin Theodosius Valentinian Chlodwig Dagobert Pippin
  Eberhard Ulrich Hermann Bernhard Kasimir Sixtus Julius Coelestin Honorius Eugen Hadrian Viktor
  Michael Kamehameha Charles Louis William Henry James Edward George`,
)
export const queens = set(
  `Katharina Elisabeth Maria Margarete Margarethe Kleopatra Isabella Anna Christina Viktoria Johanna
  Wilhelmina Beatrix`,
)
/** Kapitel IV is Kapitel vier. */
export const numberedThings = set(
  `Kapitel Band Bd Teil Buch Akt Szene Aufzug Auftritt Abschnitt Kap Artikel Art Tafel Abbildung Abb
  Gesang Klasse Stufe Typ Apollo Nummer Nr Vatikanum Symphonie Sinfonie Lektion Anhang Anlage Ziffer
  Hartz Seite KAPITEL BAND TEIL BUCH AKT SZENE AUFZUG AUFTRITT ABSCHNITT GESANG`,
)
