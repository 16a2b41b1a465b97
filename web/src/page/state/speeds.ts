/** What Play does, in iterations per second; null is as fast as it goes. */
export const speeds = [1, 10, 100, 1000, 10000, null] as const;

/** Of a page that has just been opened, and of a lesson that says nothing about it. */
export const usualSpeed = 1000;
