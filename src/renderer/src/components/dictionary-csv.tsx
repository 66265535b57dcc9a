// A dictionary from and to a table that any spreadsheet opens.
import { Download, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { type Dictionary, inPlaceOfKnown, tableText } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { Modal } from '../elements/modal.tsx'
import modal from '../elements/modal.module.css'
import { Notice } from '../elements/notice.tsx'
import type { DictionaryDeeds } from '../hooks/use-dictionary.ts'
import { useFace } from '../hooks/use-face.ts'
import type { DictionaryPlace } from '../state/entry-draft.ts'
import { words } from '../words.ts'
import styles from './dictionary-panel.module.css'

type Read = { name: string; entries: Dictionary; wrong: readonly number[] }

export function DictionaryCsv(props: {
  place: DictionaryPlace
  deeds: DictionaryDeeds
  /** Of that place. */
  known: Dictionary
}) {
  const { place, deeds, known } = props
  const { connection, news } = useFace()
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<Read | null>(null)
  const readFile = async (file: File) => {
    // It may be gone or changed since it was chosen.
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    )
    if (bytes === null) {
      news.fail({ code: 'file-unreadable', params: { name: file.name }, retry: 'never' })
      return
    }
    const csv = tableText(bytes)
    const reply = news.settle(await connection.call('dictionary.readCsv', { csv }))
    if (reply === null) return
    const entries = inPlaceOfKnown(known, reply.entries)
    setRead({ name: file.name, entries, wrong: reply.wrong })
  }
  return (
    <div className={styles['csv']}>
      <Button size="small" icon={<Upload aria-hidden />} onClick={() => input.current?.click()}>
        {words.dictionary.bring}
      </Button>
      <FileInput
        ref={input}
        label={words.dictionary.bring}
        accept=".csv,text/csv,text/plain"
        onFiles={([file]) => void readFile(file)}
      />
      <Button
        size="small"
        icon={<Download aria-hidden />}
        disabled={known.length === 0}
        onClick={() => void deeds.exportCsv(place)}
      >
        {words.dictionary.saveCsv}
      </Button>
      <Modal
        open={read !== null}
        title={words.dictionary.brought(read?.name ?? '')}
        closeLabel={words.app.close}
        onClose={() => setRead(null)}
      >
        {read === null ? null : (
          <ReadFile
            read={read}
            place={place}
            onAdd={async () => {
              if (await deeds.bring(read.entries, place)) setRead(null)
            }}
          />
        )}
      </Modal>
    </div>
  )
}

function ReadFile(props: { read: Read; place: DictionaryPlace; onAdd: () => Promise<void> }) {
  const { entries, wrong } = props.read
  const isEmpty = entries.length === 0
  return (
    <>
      <p>
        {isEmpty
          ? words.dictionary.broughtNothing
          : words.dictionary.broughtText(entries.length, props.place)}
      </p>
      {wrong.length === 0 ? null : (
        <Notice tone="warn">
          <p>{words.dictionary.broughtWrong(wrong)}</p>
        </Notice>
      )}
      <div className={modal['actions']}>
        <Button look="primary" disabled={isEmpty} onClick={() => void props.onAdd()}>
          {words.dictionary.broughtYes}
        </Button>
      </div>
    </>
  )
}
