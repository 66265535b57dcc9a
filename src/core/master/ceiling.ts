// How loud a sample may become at most.

/**
 * Peak ceiling of the samples. 1 dB below it lies what may rise between the samples, and another
 * what a codec adds, so that nothing a player decodes is clipped.
 */
export const ceilingDb = -2
