/** The names of the sentences in sentences.ts, which the tooltip shows in their place: the page begins without their texts. */
import type { Experiment } from "../../../../bindings/backprop";
import type { View } from "../state/place";
import type { explanations as sentences } from "./sentences";

/** §play for `play`. */
const names = <Name extends string>(prefix: string) =>
  new Proxy({}, { get: (_, name) => `§${prefix}${String(name)}` }) as Readonly<Record<Name, string>>;

export const explanations = names<keyof typeof sentences>("");
export const fieldExplanations = names<keyof Experiment>("field.");
export const viewExplanations = names<View>("view.");
