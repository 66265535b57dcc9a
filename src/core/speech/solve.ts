// A few linear equations, symmetric and positive definite, by Gaussian elimination.

/** The x of `matrix` · x = `right`; both are used up. */
export function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  const cell = (row: number, column: number) => matrix[row]?.[column] as number
  for (let pivot = 0; pivot < size; pivot++)
    for (let row = pivot + 1; row < size; row++) {
      const factor = cell(row, pivot) / cell(pivot, pivot)
      const line = matrix[row] as number[]
      for (let column = pivot; column < size; column++)
        line[column] = cell(row, column) - factor * cell(pivot, column)
      right[row] = (right[row] as number) - factor * (right[pivot] as number)
    }
  const found = right.slice()
  for (let row = size - 1; row >= 0; row--) {
    for (let column = row + 1; column < size; column++)
      found[row] = (found[row] as number) - cell(row, column) * (found[column] as number)
    found[row] = (found[row] as number) / cell(row, row)
  }
  return found
}
