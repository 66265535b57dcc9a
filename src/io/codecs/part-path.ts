// Where a finished file grows before it has its name.

/** Beside the target, on the same disk: so it can be renamed. What a crash left there is overwritten. */
export const partPath = (target: string): string => `${target}.part`
