// One measured file: its loudness, and the table of what ACX asks of it.
import { CircleCheck, CircleX } from 'lucide-react'
import type { SoundCheck } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { acxCuresOf, acxRowOf, soundFactsOf, words } from '../words.ts'
import styles from './sound-check.module.css'

export function CheckedSound({ check }: { check: SoundCheck }) {
  const { name, passed, findings } = check
  const cures = acxCuresOf(findings)
  return (
    <>
      <header className={styles['head']}>
        <h3 className={styles['name']}>{name}</h3>
        <Badge tone={passed ? 'good' : 'danger'}>
          {passed ? words.check.passed : words.check.failed}
        </Badge>
      </header>
      <dl className={styles['facts']}>
        {soundFactsOf(check).map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words.check.rule}</th>
            <th scope="col">{words.check.measured}</th>
            <th scope="col">{words.check.asked}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => {
            const [rule, measured, asked] = acxRowOf(finding)
            const Icon = finding.passed ? CircleCheck : CircleX
            return (
              <tr key={finding.rule} data-failed={!finding.passed || undefined}>
                <th scope="row">
                  <span className={styles['rule']}>
                    <Icon aria-label={finding.passed ? words.acx.pass : words.acx.fail} />
                    {rule}
                  </span>
                </th>
                <td>{measured}</td>
                <td>{asked}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {cures.length === 0 ? null : (
        <ul className={styles['cures']} aria-label={words.check.cures}>
          {cures.map((cure) => (
            <li key={cure}>{cure}</li>
          ))}
        </ul>
      )}
    </>
  )
}
