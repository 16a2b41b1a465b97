/** What stands in a formula's slots, by name. */
export type Slots = Readonly<Record<string, string>>;
