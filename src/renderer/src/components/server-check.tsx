// How a server answered when it was tested: in a line, or at length with a voice to hear.
import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle, Square, Volume2 } from 'lucide-react'
import { useState } from 'react'
import type { ServerCheck, ServerView } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Notice } from '../elements/notice.tsx'
import turning from '../elements/turning.module.css'
import { useVoicePreview } from '../hooks/use-voice-preview.ts'
import type { Ending } from '../state/servers.ts'
import { failureSentence, words } from '../words.ts'
import styles from './server-check.module.css'

export function endingWords(ending: Ending, model: string): string {
  const { ends, ended, modelEnds, modelEnded } = words.servers
  if (ending.what === 'model') return (ending.past ? modelEnded : modelEnds)(model, ending.date)
  return (ending.past ? ended : ends)(ending.date)
}

const okWords = (check: ServerCheck): string =>
  words.servers.testOkText(check.latencyMs ?? 0, check.format ?? '', check.sampleRate)

export function CheckLine(props: { check: ServerCheck | null; busy: boolean; now: number }) {
  const { check } = props
  if (props.busy)
    return (
      <p className={styles['line']} role="status">
        <LoaderCircle aria-hidden className={turning['turning']} />
        {words.servers.testing}
      </p>
    )
  if (check === null)
    return (
      <p className={styles['line']}>
        <CircleDashed aria-hidden />
        {words.servers.untested}
      </p>
    )
  const age = words.servers.testAge(Math.max(0, (props.now - check.at) / 1000))
  if (check.failure !== null)
    return (
      <p className={styles['line']} data-failed>
        <CircleAlert aria-hidden />
        <span>
          {failureSentence(check.failure)} <span className={styles['age']}>{age}</span>
        </span>
      </p>
    )
  return (
    <p className={styles['line']} data-ok>
      <CircleCheck aria-hidden />
      <span>
        {okWords(check)}. {words.servers.testVoices(check.voices.length)}{' '}
        <span className={styles['age']}>{age}</span>
      </span>
    </p>
  )
}

/** The last test at length, below the form; a voice can be heard. */
export function CheckResult({ view, busy }: { view: ServerView; busy: boolean }) {
  const { check, server } = view
  if (busy)
    return (
      <p className={styles['line']} role="status">
        <LoaderCircle aria-hidden className={turning['turning']} />
        {words.servers.testing}
      </p>
    )
  if (check === null) return null
  if (check.failure !== null)
    return (
      <Notice tone="danger" title={words.servers.testFailed} alert>
        <p>{failureSentence(check.failure)}</p>
      </Notice>
    )
  const names = [...new Set([...server.voices, ...check.voices])]
  return (
    <Notice
      tone="good"
      title={words.servers.testOk}
      alert
      actions={names.length === 0 ? undefined : <HearVoice serverId={server.id} names={names} />}
    >
      <p>{okWords(check)}.</p>
      <p>{words.servers.testVoices(check.voices.length)}</p>
    </Notice>
  )
}

function HearVoice({ serverId, names }: { serverId: string; names: readonly string[] }) {
  const preview = useVoicePreview()
  const [wanted, setWanted] = useState(names[0] ?? '')
  const name = names.includes(wanted) ? wanted : (names[0] ?? '')
  const id = `${serverId}:${name}`
  const heard = preview.hearing === id
  return (
    <>
      <select
        className={styles['voice']}
        aria-label={words.servers.hearVoice}
        value={name}
        onChange={(event) => setWanted(event.currentTarget.value)}
      >
        {names.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <Button
        size="small"
        icon={heard ? <Square aria-hidden /> : <Volume2 aria-hidden />}
        onClick={() => preview.toggle(id)}
      >
        {heard ? words.servers.stop : words.servers.hear}
      </Button>
    </>
  )
}
