// What the studio knows of its own speed and memory, as charts and as figures, and as text to take along.
import { Copy } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { copyText } from '../client/copy-text.ts'
import { Button } from '../elements/button.tsx'
import { ScrollSection } from '../elements/scroll-section.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { useCalmSamples } from '../hooks/use-calm-samples.ts'
import { useFace } from '../hooks/use-face.ts'
import { useAskedAgain } from '../hooks/use-asked-again.ts'
import { useLog } from '../hooks/use-log.ts'
import { useStore } from '../hooks/use-store.ts'
import { useWatched } from '../hooks/use-watched.ts'
import { farmWords } from '../farm-words.ts'
import { mirrorFarm } from '../state/farm.ts'
import { chartRows } from '../state/performance-charts.ts'
import { type Figure, machineFigures, speechFigures } from '../state/performance-figures.ts'
import { performanceText } from '../state/performance-text.ts'
import { words } from '../words.ts'
import { AlertList } from './alert-list.tsx'
import { FarmWorkers } from './farm-workers.tsx'
import { EndpointTable } from './endpoint-table.tsx'
import { LogBar } from './log-bar.tsx'
import { LogList } from './log-list.tsx'
import { JobProfile } from './job-profile.tsx'
import { OperationTable } from './operation-table.tsx'
import { PerformanceChart } from './performance-chart.tsx'
import { ProcessTable } from './process-table.tsx'
import styles from './performance-panel.module.css'

export function PerformancePanel() {
  const { alerts, connection, news, performance } = useFace()
  const samples = useCalmSamples()
  const operations = useAskedAgain('performance.operations').answer?.operations ?? []
  const [chosen, setView] = useState<'speed' | 'operations' | 'processes' | 'farm' | 'log'>('speed')
  const farmMirror = useWatched(mirrorFarm)
  const farm = useStore(farmMirror).view
  const hasFarm = farm !== null && farm.settings !== null
  // Where it was looked at and is removed, the first view is shown.
  const view = chosen === 'farm' && !hasFarm ? 'speed' : chosen
  const { views } = words.performance
  const log = useLog(view === 'log')
  const last = samples.at(-1)
  const copy = async () => {
    const running = await connection.call('performance.processes', {})
    const processes = running.ok ? running.value.processes : []
    const facts = { alerts: alerts.get(), operations, processes, farm }
    const done = await copyText(performanceText(performance.get(), facts))
    news.tell(done ? words.performance.copied : words.performance.notCopied)
  }
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <Segmented
          label={views.label}
          value={view}
          choices={[
            { value: 'speed', label: words.performance.span },
            { value: 'operations', label: words.performance.operations.title },
            { value: 'processes', label: words.processes.title },
            ...(hasFarm ? [{ value: 'farm' as const, label: farmWords.title }] : []),
            { value: 'log', label: words.performance.log.title },
          ]}
          onChange={setView}
        />
        {view === 'log' ? (
          <LogBar log={log} />
        ) : (
          <Button
            size="small"
            icon={<Copy aria-hidden />}
            disabled={last === undefined}
            onClick={() => void copy()}
          >
            {words.performance.copy}
          </Button>
        )}
      </div>
      <AlertList />
      {view === 'operations' ? (
        <div className={styles['operations']}>
          <OperationTable operations={operations} />
          <JobProfile />
        </div>
      ) : null}
      {view === 'processes' ? <ProcessTable /> : null}
      {view === 'farm' && farm !== null ? <FarmWorkers mirror={farmMirror} view={farm} /> : null}
      {view === 'log' ? <LogList log={log} /> : null}
      {view === 'speed' ? (
        <div className={styles['content']}>
          <div className={styles['charts']}>
            {chartRows.map((row) => (
              <PerformanceChart key={row.name} row={row} samples={samples} />
            ))}
          </div>
          {last === undefined ? (
            <p>{words.performance.chartEmpty}</p>
          ) : (
            <>
              <Figures name={words.performance.speech} rows={speechFigures(last)} />
              <Figures name={words.performance.machine} rows={machineFigures(last)}>
                <EndpointTable endpoints={last.speech.endpoints} at={last.at} />
              </Figures>
            </>
          )}
        </div>
      ) : null}
    </div>
  )
}

function Figures(props: { name: string; rows: readonly Figure[]; children?: ReactNode }) {
  const { name, rows } = props
  return (
    <ScrollSection className={styles['figures']} label={name}>
      <h3 className={styles['head']}>{name}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.name} className={styles['row']}>
            <dt>{row.name}</dt>
            <dd>
              {row.value}
              {row.note === undefined ? null : <span className={styles['note']}>{row.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {props.children}
    </ScrollSection>
  )
}
