// What `lectern --help` prints. The words and the JSON are public and stay.

export const usage = `Lectern makes audiobooks.

  lectern narrate BOOK… [--out FILE] [--format m4b|wav] [--voice ID] [--chapters 1,3-5]
                        [--concurrency N] [--data DIR] [--no-cache] [--json]
  lectern inspect BOOK [--json] [--text] [--segments]
  lectern voices [--json]
  lectern serve [BOOK] [--port N] [--data DIR]
  lectern cache stats|clear [--data DIR] [--json]
  lectern doctor [--data DIR] [--json]

Exit code 0 when all was done, 1 when something failed, 2 for a wrong option.
`
