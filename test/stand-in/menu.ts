// Menus as data: built, found and clicked, never drawn.

export type MenuItem = {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  click?: () => void
  submenu?: Menu
}
type Template = (Omit<MenuItem, 'submenu'> & { submenu?: Template })[]

export class Menu {
  static #current: Menu | null = null
  readonly items: MenuItem[]

  constructor(items: MenuItem[]) {
    this.items = items
  }

  static buildFromTemplate(template: Template): Menu {
    return new Menu(
      template.map(({ submenu, ...item }) =>
        submenu ? { ...item, submenu: Menu.buildFromTemplate(submenu) } : item,
      ),
    )
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#current = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#current
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}
