import type { Catalogue, Entry, Experiment } from "../../../../bindings/backprop";

/** The catalogue's list for a field that is a choice: `initializers` for `initializer`; empty for any other field. */
export function choicesOf(catalogue: Catalogue, field: keyof Experiment): Entry[] {
  const lists: Record<string, unknown> = { ...catalogue };
  const list = lists[field === "data" ? field : `${field}s`];
  return Array.isArray(list) ? list : [];
}
