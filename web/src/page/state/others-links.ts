/**
 * Links of TensorFlow Playground, which open the same set-up here. Pure: a link's text in, settings, hidden controls and sentences
 * out. What a link does not name is as it is there by default, not here; numbers beyond our limits are left to the core, which says so.
 */
import { featureSpot } from "../spot-name";
import { classificationSets, regressionSets } from "./others-data";
import { activations, controls, inputs, penalties, withoutCounterpart } from "./others-names";
import { decode } from "./place";
import { type Settings, settingsText } from "./settings";

interface OthersLink {
  /** As our links have them. */
  settings: string;
  /** Spots of controls to hide. */
  hide: string[];
  /** Whether the test set is open, its points on the plane. */
  showsTest: boolean;
  /** Whether the plane shows decisions without shades. */
  discretize: boolean;
  /** What is not as it is there, a sentence each. */
  remarks: string[];
}

const hidden = /_hide$/;

/** Names that only its links have. */
const itsOwn: ReadonlySet<string> = new Set([
  ...Object.keys(inputs),
  ...Object.keys(withoutCounterpart),
  ...["activation", "regularization", "regularizationRate", "dataset", "regDataset", "problem", "networkShape"],
  ...["percTrainData", "showTestData", "initZero", "tutorial"],
]);
/** Names that it shares with ours. */
const shared: ReadonlySet<string> = new Set(["batchSize", "learningRate", "noise", "seed", "discretize"]);

/** Whether a link is one of its: it names something of its own, and nothing that only ours do. */
export function isOthersLink(link: string, isOurs: (name: string) => boolean): boolean {
  const names = [...valuesOf(link).keys()];
  const oursOnly = (name: string): boolean => isOurs(name) && !shared.has(name) && !itsOwn.has(name);
  return names.some((name) => itsOwn.has(name) || hidden.test(name)) && !names.some(oursOnly);
}

/** The last of each name counts. */
function valuesOf(link: string): Map<string, string> {
  const pairs = link.split("&").map((pair) => pair.split("=", 2));
  return new Map(pairs.map(([name = "", value = ""]) => [decode(name), decode(value).trim()]));
}

/** Reads a link's values as its page does, and notes what it cannot read. */
class Reader {
  readonly remarks: string[] = [];
  private readonly values: Map<string, string>;

  constructor(link: string) {
    this.values = valuesOf(link);
  }

  text(name: string): string {
    return this.values.get(name) ?? "";
  }

  names(): string[] {
    return [...this.values.keys()];
  }

  /** Anything but "false" is yes. */
  flag(name: string, usual: boolean): boolean {
    const text = this.text(name);
    return text === "" ? usual : text !== "false";
  }

  number(name: string, usual: number): number {
    const text = this.text(name);
    if (text === "") return usual;
    if (Number.isFinite(Number(text))) return Number(text);
    this.remarks.push(`${name} “${text}” is not a number; ${usual} is used.`);
    return usual;
  }

  whole(name: string, usual: number): number {
    const number = this.number(name, usual);
    const rounded = Math.round(number);
    if (rounded !== number) this.remarks.push(`${name} is a whole number here: ${rounded} stands for ${number}.`);
    return rounded;
  }

  choice<Choice>(name: string, choices: Readonly<Record<string, Choice>>, usual: string): Choice {
    const text = this.text(name);
    const known = Object.hasOwn(choices, text);
    if (text !== "" && !known) this.remarks.push(`There is no ${name} “${text}”; ${usual} is used, as there.`);
    return choices[known ? text : usual] as Choice;
  }

  /** An empty list is a list. */
  shape(name: string, usual: number[]): number[] {
    const text = this.values.get(name);
    if (text === undefined) return usual;
    if (text === "") return [];
    const numbers = text.split(",").map((entry) => (entry.trim() === "" ? Number.NaN : Number(entry)));
    if (numbers.every((entry) => Number.isInteger(entry) && entry > 0)) return numbers;
    this.remarks.push(`${name} “${text}” is not a list of how many neurons the layers have; ${usual} is used.`);
    return usual;
  }
}

const named = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

export function readOthersLink(link: string): OthersLink {
  const reader = new Reader(link);
  const isHidden = (name: string): boolean => reader.text(`${name}_hide`) === "true";
  const say = (sentence: string): void => {
    if (sentence !== "") reader.remarks.push(sentence);
  };
  say(
    "This is a link of TensorFlow Playground. Its set-up is here, but other random numbers draw the points, the first weights and the order of the examples: the run is alike, not the same.",
  );
  const regression = reader.choice("problem", { classification: false, regression: true }, "classification");
  const classificationSet = reader.choice("dataset", classificationSets, "circle");
  const regressionSet = reader.choice("regDataset", regressionSets, "reg-plane");
  const set = regression ? regressionSet : classificationSet;
  const n = noiseShare(reader.number("noise", 0));
  say(set.remark?.(n) ?? "");
  const layers = reader.shape("networkShape", [4, 2]);
  const activation = reader.choice("activation", named(activations), "tanh");
  const seed = seedOf(reader.text("seed"));
  const initZero = reader.flag("initZero", false);
  const settings: Settings = {
    ...set.settings,
    noise: Number(set.noise(n).toPrecision(3)),
    dataSeed: seed,
    // No validation set there: what is not learned from is the test set.
    training: reader.whole("percTrainData", 50),
    validation: 0,
    features: inputsOf(reader, isHidden),
    layers,
    ...(layers.length > 0 && { activations: activation }),
    output: regression ? "linear" : "tanh",
    cost: "quadratic",
    initializer: initZero ? "zero" : "uniform",
    biasInitializer: initZero ? "zero" : "tenth",
    seed,
    ...penaltyOf(reader),
    learningRate: reader.number("learningRate", 0.03),
    batchSize: reader.whole("batchSize", 10),
  };
  if (reader.text("tutorial") !== "" && !reader.flag("hideText", false))
    say(`Its tutorial “${reader.text("tutorial")}” is not here; Lessons has a course of our own.`);
  const showsTest = reader.flag("showTestData", false);
  const hide = reader
    .names()
    .flatMap((name) => (hidden.test(name) && reader.text(name) === "true" ? spotsOf(name) : []))
    // There the box is hidden, here the button that opens; where the set is open, its cost stands in that place.
    .filter((spot) => !(showsTest && spot === "readings-test"));
  for (const name of reader.names()) if (!isKnown(name)) say(`“${name}” means nothing there; it was left out.`);
  return {
    settings: settingsText(settings),
    hide: [...new Set(hide)],
    showsTest,
    discretize: reader.flag("discretize", false),
    remarks: reader.remarks,
  };
}

/** Up to 80 % its page goes along, beyond it falls back to 50 %. */
function noiseShare(percent: number): number {
  return Math.max(0, percent > 80 ? 50 : percent) / 100;
}

/** Whole numbers are seeds of ours, too; any other text gives one, always the same (32-bit FNV-1a). Without one it draws its own. */
function seedOf(text: string): number {
  if (text === "") return 1;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

function inputsOf(reader: Reader, isHidden: (name: string) => boolean): string[] {
  const chosen = Object.entries(inputs).filter(([name, { usual }]) => reader.flag(name, usual) && !isHidden(name));
  for (const [name, { ours }] of chosen)
    if (ours.startsWith("cos"))
      reader.remarks.push(`${name} is an input here; there it stands in the link, but has no effect.`);
  return chosen.map(([, { ours }]) => ours);
}

function penaltyOf(reader: Reader): Settings {
  const kind = reader.choice("regularization", penalties, "none");
  const rate = reader.number("regularizationRate", 0);
  if (kind === null || rate === 0) return {};
  if (kind === "l1")
    reader.remarks.push("A weight that L1 has brought to 0 stays there for good; here the gradient can bring it back to life.");
  return { [kind]: rate };
}

/** Its `numNodes2_hide` hides the second layer's buttons; here a layer's buttons go together. */
function spotsOf(name: string): readonly string[] {
  const control = name.replace(hidden, "");
  if (/^numNodes\d+$/.test(control)) return ["layers"];
  if (!Object.hasOwn(inputs, control)) return controls[control] ?? [];
  return [featureSpot((inputs[control] as (typeof inputs)[string]).ours)];
}

function isKnown(name: string): boolean {
  if (name === "" || itsOwn.has(name) || shared.has(name)) return true;
  if (!hidden.test(name)) return false;
  const control = name.replace(hidden, "");
  return Object.hasOwn(controls, control) || Object.hasOwn(inputs, control) || /^numNodes\d+$/.test(control);
}
