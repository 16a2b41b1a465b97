/** The rules of an optimiser that stand side by side in one formula, where there is no room for all on one line. */
export const rulesIn = (tex: string): string[] => tex.split(",\\quad ");
