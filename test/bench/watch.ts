// What the studio costs when it rests, how soon it answers, and what it gives back.
import type { Figure } from './figure.ts'
import { benchAnswers } from './watch/answers.ts'
import { benchCost } from './watch/cost.ts'
import { benchAtRest, benchStart } from './watch/doors.ts'
import { benchOptimise, benchPages } from './watch/growth.ts'
import { benchLongBook } from './watch/long-book.ts'

/** `isLong`: a book of forty hours instead, which takes a quarter of an hour. */
export const benchWatch = async (isLong: boolean): Promise<Figure[]> =>
  isLong
    ? benchLongBook()
    : [
        ...(await benchAtRest()),
        ...(await benchStart()),
        ...(await benchCost()),
        ...(await benchAnswers()),
        ...(await benchPages()),
        ...(await benchOptimise()),
      ]
