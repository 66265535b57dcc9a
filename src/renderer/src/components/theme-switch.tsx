// Light, dark or as the system.
import { Moon, Sun, SunMoon } from 'lucide-react'
import { IconButton } from '../elements/button.tsx'
import { DropMenu, MenuChoices } from '../elements/menu.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { themes } from '../state/look.ts'
import { words } from '../words.ts'

const icons = { system: SunMoon, light: Sun, dark: Moon }

export function ThemeSwitch() {
  const { theme } = useFace()
  const chosen = useStore(theme)
  const Icon = icons[chosen]
  return (
    <DropMenu trigger={<IconButton plain label={words.app.theme} icon={<Icon />} />}>
      <MenuChoices
        value={chosen}
        choices={themes.map((value) => ({ value, label: words.app.themes[value] }))}
        onChange={theme.set}
      />
    </DropMenu>
  )
}
