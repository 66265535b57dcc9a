// Where Lectern keeps its data when nobody says otherwise: the system's place for application data.
import envPaths from 'env-paths'

export const defaultDataRoot = (): string => envPaths('lectern', { suffix: '' }).data
