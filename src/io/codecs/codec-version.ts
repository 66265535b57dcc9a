// What the packets of a group depend on beside its sound; part of their key.

/**
 * Changed whenever the encoder would write other bytes: its settings (aac.ts), its rendering of a
 * plan, or node-av, whose version stands here (a test holds it against package.json).
 */
export const codecVersion = 'node-av 6.1.1, settings 1'
