// Words that stand for paths.
import { expect, it } from 'vitest'
import { createTickets } from '../../src/io/tickets.ts'

it('a ticket is used up by the command it is given to', () => {
  const tickets = createTickets()
  const ticket = tickets.issue('book', 'book.epub')
  expect(tickets.peek('book', ticket).path).toBe('book.epub')
  expect(tickets.take('book', ticket)).toMatchObject({ path: 'book.epub', download: false })
  expect(() => tickets.take('book', ticket)).toThrow('not-found')
})

it('tickets are unguessable and tell nothing of the path', () => {
  const tickets = createTickets()
  const all = Array.from({ length: 100 }, () => tickets.issue('book', 'book.epub'))
  expect(new Set(all).size).toBe(100)
  for (const ticket of all) expect(ticket).toMatch(/^[\w-]{24}$/)
})

it('old tickets are forgotten when there are too many', () => {
  const tickets = createTickets()
  const first = tickets.issue('book', 'first.epub')
  for (let count = 0; count < 1000; count++) tickets.issue('book', 'other.epub')
  expect(() => tickets.peek('book', first)).toThrow('not-found')
})

it('a ticket is good for its own purpose only, and not used up by another', () => {
  const tickets = createTickets()
  const purposes = ['book', 'target', 'finished'] as const
  for (const own of purposes) {
    const ticket = tickets.issue(own, 'some file')
    for (const other of purposes.filter((purpose) => purpose !== own)) {
      expect(() => tickets.peek(other, ticket)).toThrow('not-found')
      expect(() => tickets.take(other, ticket)).toThrow('not-found')
    }
    expect(tickets.take(own, ticket).path).toBe('some file')
  }
})
