// The log while it is looked at: followed at its end, read further back on request, chosen by level and text.
import { useCallback, useEffect, useState } from 'react'
import type { LogLevel } from '../../../contract/index.ts'
import { askAgain } from '../client/ask-again.ts'
import {
  isLogFull,
  type LogLines,
  noLogLines,
  withEarlier,
  withNewest,
  withSince,
} from '../state/log-lines.ts'
import { useFace } from './use-face.ts'

const againMs = 1000
const pageLines = 200

export type LogView = {
  level: LogLevel
  text: string
  lines: LogLines
  /** Whether an answer has come for what is chosen. */
  isRead: boolean
  /** Whether what comes is shown. */
  isFollowed: boolean
  /** Whether lines before those shown can be had. */
  hasEarlier: boolean
  choose(choice: { level?: LogLevel; text?: string }): void
  follow(isFollowed: boolean): void
  showEarlier(): Promise<void>
}

/** `isShown`: whether anybody looks; else nothing is asked. */
export function useLog(isShown: boolean): LogView {
  const { connection, news } = useFace()
  const [choice, setChoice] = useState<{ level: LogLevel; text: string }>({
    level: 'debug',
    text: '',
  })
  const [lines, setLines] = useState<LogLines | null>(null)
  const [isFollowed, setFollowed] = useState(true)
  const { level, text } = choice
  const asks = isShown && isFollowed

  useEffect(() => {
    if (!asks) return
    /** Where the last answer ended: what was looked through once is not looked through again. */
    let after: string | null = null
    const since = () => (after === null ? {} : { after })
    return askAgain(
      againMs,
      () => connection.call('log.read', { level, text, limit: pageLines, ...since() }),
      (reply) => {
        if (!reply.ok) return
        const put = after === null ? withNewest : withSince
        after = reply.value.end
        setLines((known) => put(known ?? noLogLines, reply.value))
      },
    )
  }, [connection, asks, level, text])

  const shown = lines ?? noLogLines
  const { before } = shown
  return {
    level,
    text,
    lines: shown,
    isRead: lines !== null,
    isFollowed,
    hasEarlier: before !== null && !isLogFull(shown),
    choose: useCallback((change) => {
      setChoice((known) => ({ ...known, ...change }))
      setLines(null)
      setFollowed(true)
    }, []),
    follow: setFollowed,
    async showEarlier() {
      if (before === null) return
      // What is read further back must not be moved by what comes.
      setFollowed(false)
      const args = { level, text, limit: pageLines, before }
      const page = news.settle(await connection.call('log.read', args))
      if (page) setLines((known) => (known?.before === before ? withEarlier(known, page) : known))
    },
  }
}
