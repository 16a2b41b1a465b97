/** What lessons may refer to, apart from each other: facts, places in the page, spots to light, settings. */
import { readFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import type { BackpropModule } from "../../../bindings/backprop";
import type { FactKind } from "../../src/page/lessons/condition.ts";
import { factNamed } from "../../src/page/state/facts.ts";
import { start, views } from "../../src/page/state/place.ts";
import { moreSpots } from "../../src/page/ui/more-fields.ts";

export interface Known {
  kindOf(fact: string): FactKind | null;
  isSpot(name: string): boolean;
  isView(name: string): boolean;
  isPlace(field: string): boolean;
  /** What the core would refuse of settings: of a new experiment, or, of several texts, of the last change to it. */
  problems(...texts: readonly string[]): string[];
  /** What it would refuse of a value that a setting is compared with. */
  valueProblems(setting: string, value: string): string[];
}

/** `page` is the folder of the page's sources. */
export async function readKnown(core: BackpropModule, page: string): Promise<Known> {
  const usual = core.catalogue().defaults;
  const isSpot = await readSpots(page);
  const answers = ([open = "", ...changes]: readonly string[]) => {
    const session = new core.Session();
    const problems = [session.open(open), ...changes.map((change) => session.change(change))].map((answer) => answer.problems);
    session.delete();
    return problems.at(-1) ?? [];
  };
  return {
    kindOf: (fact) => factNamed(fact, usual)?.kind ?? null,
    isSpot,
    isView: (name) => (views as readonly string[]).includes(name),
    isPlace: (field) => field !== "lesson" && Object.hasOwn(start, field),
    problems: (...texts) => answers(texts).map(({ message }) => message),
    valueProblems: (setting, value) => {
      if (!Object.hasOwn(usual, setting)) return [];
      // Entries of a list one by one: how many there must be depends on the experiment.
      const values = Array.isArray(usual[setting as keyof typeof usual]) ? value.split(",") : [value];
      return values
        .flatMap((one) => answers([`${setting}=${one}`]))
        .flatMap(({ field, message }) => (field === setting ? [message] : []));
    },
  };
}

/** Every data-spot in the page's sources: as an attribute or as the property `spot` of what has one; what is put in stands for any word. */
async function readSpots(folder: string): Promise<(name: string) => boolean> {
  const spots = new Set(moreSpots.split(" "));
  for (const file of await glob("**/*.{ts,tsx}", { cwd: folder, absolute: true }))
    for (const [, names = ""] of (await readFile(file, "utf8")).matchAll(/\b(?:data-)?spot(?:=|=\{|: )["`]([^"`]+)["`]/g))
      for (const name of names.split(" ")) spots.add(name);
  const patterns = [...spots].map((spot) => new RegExp(`^${spot.replace(/\$\{.*?\}/g, "[a-z0-9-]+")}$`));
  return (name) => patterns.some((pattern) => pattern.test(name));
}
