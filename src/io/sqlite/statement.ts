// SQL with the types of what goes in and comes out. Every statement stands in a table, so a test can plan it.

/** `Parameters` are bound by name (`@name`); `Row` is what a query yields. */
export type Statement<Parameters extends object, Row> = {
  readonly sql: string
  /** Phantom: carries the types only. */
  readonly types?: (parameters: Parameters) => Row
}

export type StatementTable = Readonly<Record<string, Statement<never, unknown>>>

/** A statement prepared once for the life of its database. */
export type PreparedStatement<Parameters extends object, Row> = {
  get(parameters: Parameters): Row | undefined
  all(parameters: Parameters): Row[]
  /** One after the other, for many rows; nothing else is asked of the database meanwhile. */
  each(parameters: Parameters): IterableIterator<Row>
  /** Answers with the number of rows that it changed. */
  run(parameters: Parameters): number
}

export type PreparedTable<T extends StatementTable> = {
  readonly [K in keyof T]: T[K] extends Statement<infer Parameters, infer Row>
    ? PreparedStatement<Parameters, Row>
    : never
}

/** Nothing to bind. */
export type Nothing = Record<never, never>

/** Writes a statement down; it is prepared by `Database.prepare`. */
export const statement = <Parameters extends object, Row = never>(
  sql: string,
): Statement<Parameters, Row> => ({ sql })
