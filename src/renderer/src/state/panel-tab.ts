// What the side of the studio can show, as its rail stands.
export const panelTabs = [
  'details',
  'voice',
  'script',
  'cast',
  'dictionary',
  'marks',
  'sound',
  'music',
] as const
export type PanelTab = (typeof panelTabs)[number]
