// Light, dark or as the system.
import { Menu } from '@base-ui/react/menu'
import { Check, Moon, Sun, SunMoon } from 'lucide-react'
import { IconButton } from '../elements/button.tsx'
import menu from '../elements/menu.module.css'
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
    <Menu.Root>
      <Menu.Trigger render={<IconButton plain label={words.app.theme} icon={<Icon />} />} />
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end">
          <Menu.Popup className={menu['popup']}>
            <Menu.RadioGroup value={chosen} onValueChange={theme.set}>
              {themes.map((one) => (
                <Menu.RadioItem key={one} value={one} className={menu['item']} closeOnClick>
                  <span className={menu['mark']}>
                    <Menu.RadioItemIndicator>
                      <Check />
                    </Menu.RadioItemIndicator>
                  </span>
                  {words.app.themes[one]}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
