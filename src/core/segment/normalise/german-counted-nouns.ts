// What is counted in German by thousands: before such a word four digits are no year.

export const countedNouns: ReadonlySet<string> = new Set(
  `Mann Männer Männern Frauen Menschen Leute Leuten Soldaten Reiter Pferde Pferden Schiffe Geschütze
  Kanonen Gewehre Meter Metern Kilometer Kilometern Meilen Fuß Schritt Schritte Schritten Morgen Hektar
  Mark Taler Talern Gulden Euro Franken Dollar Pfund Rubel Kronen Dukaten Groschen Pfennig Kreuzer
  Francs Lire Seiten Exemplare Exemplaren Bücher Bände Briefe Worte Wörter Tage Tagen Jahre Jahren
  Stunden Minuten Sekunden Wochen Monate Stimmen Häuser Häusern Familien Seelen Einwohner Einwohnern
  Gefangene Gefangenen Schüler Studenten Arbeiter Arbeitern Mitglieder Mitgliedern Tonnen Zentner
  Liter Fass Fässer Rinder Schafe Stück Mal Punkte Personen Passagiere Kinder Kindern Sklaven Siedler
  Bürger Bürgern Wähler Zuschauer Zuschauern Gäste Gästen Plätze Zimmer Betten Grad Boote Flugzeuge
  Panzer Tote Toten Verwundete Verletzte Opfer Gulden Jungen Mädchen Teilnehmer Besucher Besuchern
  Höhenmeter Quadratmeter Quadratkilometer Flaschen Kisten Bäume Inseln Kilo Gramm Watt Volt
  Arbeitsplätze Anhänger Flüchtlinge`.split(/\s+/),
)
