// A batch → what is sent: instructions, and the passages as data.
import { z } from 'zod'
import type { Json } from '../base/digest.ts'
import type { ModelQuestion } from '../ports/language-models.ts'
import type { KindRules } from './kind-rules.ts'
import type { AboutBook, ContextLine, ScriptItem } from './script-item.ts'

/** Names shown, those who speak most. */
export const mostNames = 60

/** Lines beside an item are shown where they are no items of the same call themselves. */
export function questionOf(
  rules: KindRules,
  about: AboutBook,
  batch: readonly ScriptItem[],
): ModelQuestion {
  const asked = new Set(batch.map(({ line }) => line))
  const beside = (lines: readonly ContextLine[]) =>
    lines.filter(({ id }) => !asked.has(id)).map(({ text }) => text)
  const items: Json[] = batch.map(({ id, shown, before, after }) => {
    const [lead, follow] = [beside(before), beside(after)]
    return {
      id,
      ...(lead.length > 0 && { before: lead }),
      ...shown,
      ...(follow.length > 0 && { after: follow }),
    }
  })
  const characters = rules.wantsCharacters ? about.characters.slice(0, mostNames) : []
  const user = {
    book: { title: about.title, language: about.language },
    ...(characters.length > 0 && { characters }),
    items,
  }
  return {
    system: rules.prompt,
    user: JSON.stringify(user),
    schema: { name: `script_${rules.kind}`, json: schemaOf(rules) },
  }
}

function schemaOf({ answer }: KindRules): Record<string, unknown> {
  const item = (answer as z.ZodObject).extend({ id: z.string() })
  return z.toJSONSchema(z.strictObject({ items: z.array(item) })) as Record<string, unknown>
}
