const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Whether what moves may move; the reader may have told the system that it should not. */
export const isMotionWanted = (): boolean => !still.matches;
