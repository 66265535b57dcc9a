// How names of finished sound end. Apart from their schemas, which a page does without at its start.

/** In the order in which they are offered. */
export const exportFormatNames = ['m4b', 'm4a', 'mp3', 'opus', 'flac', 'wav'] as const

/** Endings of finished sound, Lectern's own and others': only what a file holds decides what it is. */
export const soundEndings: readonly string[] = [
  ...exportFormatNames,
  ...['mp4', 'aac', 'ogg', 'oga', 'wma', 'aif', 'aiff'],
]
