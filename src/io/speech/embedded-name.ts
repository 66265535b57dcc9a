// The engines that come with Lectern.

export type EmbeddedName = 'espeak' | 'flite'
