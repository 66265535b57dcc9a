// Which take a segment wants, and whether it is there: recipes against the take store.
import type { Project, SpokenPart, Take, VoiceId } from '../../../contract/index.ts'
import { createPronouncer, type Pronouncer } from '../../segment/dictionary.ts'
import type { Turns } from '../../base/turns.ts'
import type { ProjectStore, SegmentState, StoredSegment } from '../../ports/projects.ts'
import type { TakeStore } from '../../ports/takes.ts'
import { rowsAt } from '../document/project-rows.ts'
import { askedWords } from './asked-words.ts'
import { delivered } from '../../speech/delivered.ts'
import { recipeKey, recipeOfTake, takeId } from '../../speech/recipe.ts'
import type { CommonDictionary } from '../document/common-dictionary.ts'
import { voiceOf, type VoiceDesk } from '../voices/voice-desk.ts'

export type Resolved = {
  segment: StoredSegment
  /** What the voice is asked to say: as it is written, or the words where it needs them. */
  spoken: readonly SpokenPart[]
  /** Whose recipe it is. */
  voice: VoiceId
  /** Factor on that voice's own pace. */
  rate: number
  /** How it should be spoken, where that voice understands it. */
  style?: string
  /** Whether that voice speaks instead of the book's own, which could not say it. */
  isFallback: boolean
  recipeKey: string
  /** The take this segment should be heard with. */
  wantedTakeId: string
  /** It, when it is there. */
  take: Take | null
  /** An earlier take that is still there, when the wanted one is not. */
  stale: Take | null
  state: SegmentState
}

export type Resolver = {
  /** In the order of the segments. One look-up in the take store for all of them. */
  resolve(project: Project, segments: readonly StoredSegment[]): Promise<Resolved[]>
  /**
   * Resolves segments as they are now, and remembers what the store does not know yet; refers to the
   * takes that were found. One settling of a project follows the other, each reading for itself: so
   * what is remembered last was seen last. Fails with `not-found`.
   */
  settle(projectId: string, which: SettledSegments): Promise<Resolved[]>
}
/** `made`: takes by segment that were spoken for it just now, whether or not they say what is asked by now. */
export type SettledSegments =
  | { ids: readonly string[]; made?: ReadonlyMap<string, string> }
  | { from: number; count: number }
  | { positions: readonly number[] }

/** What a voice would be asked for at a segment, and the take that would be heard. */
type Wish = Pick<Resolved, 'spoken' | 'voice' | 'rate' | 'style' | 'recipeKey' | 'wantedTakeId'>

/** A chosen take counts while it says what is asked; a recording always does, and so does a locked one. */
function wantedTake({ pinnedTakeId, manner }: StoredSegment, key: string): string {
  if (pinnedTakeId === null) return takeId(key, 1)
  const recipe = recipeOfTake(pinnedTakeId)
  const stays = recipe === null || recipe.recipeKey === key || manner?.isLocked
  return stays ? pinnedTakeId : takeId(key, 1)
}

/** The first rendition, or with `renew` one that nobody has yet. */
export const renditionFor = async (
  takes: Pick<TakeStore, 'highestRendition'>,
  recipeKey: string,
  renew: boolean,
): Promise<number> => (renew ? (await takes.highestRendition(recipeKey)) + 1 : 1)

export function createResolver(
  voices: VoiceDesk,
  takes: TakeStore,
  projects: ProjectStore,
  dictionary: CommonDictionary,
  turns: Turns,
): Resolver {
  /** Of the book seen last: most look-ups in a row are of one, and no dictionary changes without a revision. */
  let last: { book: string; common: unknown; pronouncer: Pronouncer } | null = null
  const pronouncerOf = async (project: Project): Promise<Pronouncer> => {
    const { id, revision, dictionary: own, language } = project
    const common = await dictionary.entries()
    const book = `${id} ${revision}`
    if (last?.book !== book || last.common !== common)
      last = { book, common, pronouncer: createPronouncer(own, common, language) }
    return last.pronouncer
  }
  /** What is the same for all segments of a voice is found out once. */
  const wisher = (voiceFor: (segment: StoredSegment) => VoiceId, pronouncer: Pronouncer) => {
    const known = new Map<
      VoiceId,
      { endpointId: string; reads: boolean; ipa: boolean; styles: boolean }
    >()
    const factsOf = (voice: VoiceId) => {
      let facts = known.get(voice)
      if (!facts) {
        const { ipa = false, styles = false } = voices.providerOf(voice)?.capabilities ?? {}
        const reads = voices.normalizesText(voice)
        facts = { endpointId: voices.endpointOf(voice), reads, ipa, styles }
        known.set(voice, facts)
      }
      return facts
    }
    return (segment: StoredSegment): Wish => {
      const voice = voiceFor(segment)
      const { endpointId, reads, ipa, styles } = factsOf(voice)
      const spoken = askedWords(segment, { reads, ipa }, pronouncer)
      const how = delivered(segment.manner, { styles })
      const key = recipeKey({ spoken, voice, endpointId, ...how })
      return { spoken, voice, ...how, recipeKey: key, wantedTakeId: wantedTake(segment, key) }
    }
  }
  const resolver: Resolver = {
    async resolve(project, segments) {
      const pronouncer = await pronouncerOf(project)
      const ownWish = wisher((segment) => voiceOf(project, segment), pronouncer)
      const other = project.fallbackVoice
      const otherWish = other === null ? null : wisher(() => other, pronouncer)
      const wanted = segments.map((segment) => {
        const own = ownWish(segment)
        // Once the text, the voice or its engine is another, it is not this recipe that has failed.
        const hasFailed = segment.fallbackOf === own.recipeKey && own.voice !== other
        return { segment, own, instead: hasFailed && otherWish ? otherWish(segment) : null }
      })
      const ids = new Set<string>()
      for (const { segment, own, instead } of wanted) {
        if (segment.spoken.length === 0) continue
        ids.add(own.wantedTakeId)
        if (instead) ids.add(instead.wantedTakeId)
        if (segment.takeId !== null) ids.add(segment.takeId)
      }
      const found = await takes.find([...ids])
      return wanted.map(({ segment, own, instead }) => {
        // What the book's own voice has managed after all goes before what stands in for it.
        const isFallback = instead !== null && !found.has(own.wantedTakeId)
        const wish = isFallback ? instead : own
        const take = found.get(wish.wantedTakeId) ?? null
        const old = segment.takeId === null ? null : (found.get(segment.takeId) ?? null)
        const stale = take ? null : old
        const skipped = segment.spoken.length === 0
        const state = skipped ? 'skipped' : take ? 'ready' : stale ? 'stale' : 'waiting'
        const sound = { take: skipped ? null : take, stale: skipped ? null : stale }
        return { segment, ...wish, isFallback, ...sound, state }
      })
    },
    settle: (projectId, which) => turns(projectId, () => settle(projectId, which)),
  }
  const settle = async (projectId: string, which: SettledSegments) => {
    const project = await projects.read(projectId)
    const stored =
      'ids' in which
        ? await projects.segmentsById(projectId, which.ids)
        : 'positions' in which
          ? await rowsAt(projects, projectId, which.positions)
          : await projects.segments(projectId, which.from, which.count)
    const made = 'ids' in which ? which.made : undefined
    const segments = stored.map((segment) => ({
      ...segment,
      takeId: made?.get(segment.id) ?? segment.takeId,
    }))
    const rows = await resolver.resolve(project, segments)
    const uses = rows.flatMap(({ take, stale, segment }, index) => {
      const heard = take ?? stale
      const isKnown = !heard || heard.id === stored[index]?.takeId
      return isKnown ? [] : [{ segmentId: segment.id, takeId: heard.id }]
    })
    // Referring comes first: a take that a project remembers must already be safe from the sweep.
    if (uses.length > 0) await takes.refer(projectId, uses)
    await projects.setTakes(
      projectId,
      rows.map(({ segment, take, stale, state, isFallback }) => ({
        segmentId: segment.id,
        takeId: (take ?? stale)?.id ?? null,
        state,
        durationSeconds: take ? take.samples / take.sampleRate : 0,
        flagged: take !== null && (take.flags.length > 0 || isFallback),
      })),
    )
    return rows
  }
  return resolver
}
