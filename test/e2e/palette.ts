// The palette, as a person without a pointer uses it.
import { expect, type Page } from '@playwright/test'

/** Opens it, writes, and takes what it finds first. */
export async function command(page: Page, search: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find a command' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(search)
  await expect(palette.getByRole('option').first()).toHaveAttribute('data-highlighted', '')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}
