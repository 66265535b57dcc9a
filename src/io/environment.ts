// The only reader of the environment.

/** The value of a variable, or null when it is not set or empty. */
export function environment(name: string): string | null {
  const value = process.env[name]
  return value === undefined || value === '' ? null : value
}

/** Our environment with other values in it, for a program that we start. */
export const environmentWith = (values: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...values,
})
