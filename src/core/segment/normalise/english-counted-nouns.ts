// What is counted in English by thousands: behind such a word four digits are no year.

export const countedNouns: ReadonlySet<string> = new Set(
  `men women people soldiers troops sailors horses ships guns rifles muskets cannon miles feet yards
  acres meters metres kilometers kilometres inches leagues dollars pounds francs guineas shillings
  pence euros rubles crowns livres florins ducats marks words pages copies books volumes letters
  years days hours minutes seconds weeks months votes houses families souls inhabitants prisoners
  students workers employees members tons tonnes gallons barrels bushels cattle sheep head times
  points persons passengers children slaves settlers residents citizens voters spectators guests
  seats rooms beds steps paces calories watts volts degrees boats vessels planes aircraft tanks
  killed wounded dead casualties others per cubic square such or pieces bottles cases trees islands
  infantry cavalry foot strong bytes lives deaths refugees volunteers subscribers readers shares
  different separate individual foot-soldiers horsemen archers knights lines verses miners`.split(
    /\s+/,
  ),
)
