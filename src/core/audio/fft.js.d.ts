// What we use of the transform; the package brings no types.
declare module 'fft.js' {
  /** For a size that is a power of two, at least 2. Tables are made in the constructor. */
  export default class FFT {
    constructor(size: number)
    /** Real and imaginary part by turns, `2 * size` numbers. A plain array: three times as fast as a typed one. */
    createComplexArray(): number[]
    /** The lower half of the spectrum of `size` real numbers; the upper half of `out` is left undone. */
    realTransform(out: number[], real: ArrayLike<number>): void
  }
}
