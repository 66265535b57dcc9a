// What scripts/licences.js uses of it; it comes without types.
declare module 'spdx-satisfies' {
  /** Throws on what is no expression. */
  export default function satisfies(expression: string, allowed: string[]): boolean
}
