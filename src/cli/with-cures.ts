// What a program is told of a check: beside each rule that is not met the sentence that helps.
import { acxCure, type AcxReport, type SoundCheck } from '../contract/index.ts'

export const withCures = ({ findings, ...check }: SoundCheck): object => ({
  ...check,
  findings: findings.map((finding) => ({
    ...finding,
    ...(finding.passed ? {} : { cure: acxCure(finding) }),
  })),
})

export const withCuresOf = (report: AcxReport): object => ({
  ...report,
  files: report.files.map(withCures),
})
