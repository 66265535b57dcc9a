// Whether finished files are copied into another folder as well: a library, a synced drive.
import { FolderPlus } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../elements/button.tsx'
import type { CopyFolder } from '../hooks/use-copy-folder.ts'
import { words } from '../words.ts'
import styles from './export-dialog.module.css'

export function ExportCopy({ folder }: { folder: CopyFolder }) {
  const title = useId()
  const text = useId()
  const { name, choose, giveUp } = folder
  return (
    <div className={styles['cover']} role="group" aria-labelledby={title}>
      <h3 id={title}>{words.export.copyTitle}</h3>
      <p id={text}>{name === null ? words.export.copyNone : words.export.copyTo(name)}</p>
      <Button
        size="small"
        icon={<FolderPlus aria-hidden />}
        aria-describedby={text}
        onClick={() => void choose()}
      >
        {name === null ? words.export.copyChoose : words.export.copyOther}
      </Button>
      {name === null ? null : (
        <Button size="small" look="quiet" onClick={() => void giveUp()}>
          {words.export.copyGiveUp}
        </Button>
      )}
    </div>
  )
}
