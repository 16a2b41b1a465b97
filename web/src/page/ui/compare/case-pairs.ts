/** The ready cases as pairs: each beside the one that it differs from. */
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { settingsText } from "../../state/settings";
import type { Case } from "../case";
import { cases } from "../gradients/cases";

export interface CasePair {
  /** This network, */
  left: Case;
  /** the other, whose sentence says what to watch, */
  right: Case;
  /** and what sets it apart. */
  other: string;
}

export function casePairs(catalogue: Catalogue): CasePair[] {
  return cases.flatMap((right) => {
    const left = cases.find(({ name }) => name === right.against);
    return left === undefined ? [] : [{ left, right, other: settingsBetween(catalogue, left.settings, right.settings) }];
  });
}

/** What makes the experiment of one case's link out of another's; they name whatever their other settings would bring along. */
export function settingsBetween({ defaults }: Catalogue, from: string, to: string): string {
  const before = settingsOf(from);
  const after = settingsOf(to);
  const changed = [...after].filter(([name, value]) => before.get(name) !== value).map((setting) => setting.join("="));
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const usual = gone.map((name) => settingsText({ [name]: defaults[name as keyof Experiment] }));
  return [...changed, ...usual].join("&");
}

const settingsOf = (link: string): Map<string, string> =>
  new Map(link.split("&").flatMap((setting) => (setting === "" ? [] : [setting.split("=", 2) as [string, string]])));
