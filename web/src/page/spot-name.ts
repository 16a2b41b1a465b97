/** What links, lessons and style sheets call a control that belongs to a name of the core's: "weight-decay", "feature-sin-x1". */
export const spotName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Whatever puts that input in or takes it out. */
export const featureSpot = (feature: string): string => `feature-${spotName(feature)}`;
