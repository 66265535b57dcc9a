// Words that stand for paths.
import { expect, it } from 'vitest'
import { createTickets } from '../../src/io/tickets.ts'

it('a ticket is used up by the command it is given to', () => {
  const tickets = createTickets()
  const ticket = tickets.issue('book.epub')
  expect(tickets.peek(ticket).path).toBe('book.epub')
  expect(tickets.take(ticket)).toMatchObject({ path: 'book.epub', download: false })
  expect(() => tickets.take(ticket)).toThrow('not-found')
})

it('tickets are unguessable and tell nothing of the path', () => {
  const tickets = createTickets()
  const all = Array.from({ length: 100 }, () => tickets.issue('book.epub'))
  expect(new Set(all).size).toBe(100)
  for (const ticket of all) expect(ticket).toMatch(/^[\w-]{24}$/)
})

it('old tickets are forgotten when there are too many', () => {
  const tickets = createTickets()
  const first = tickets.issue('first.epub')
  for (let count = 0; count < 1000; count++) tickets.issue('other.epub')
  expect(() => tickets.peek(first)).toThrow('not-found')
})
