/**
 * Where in the page the reader is: the view, and what is open in it. It stands in the link before the experiment, in fields of its
 * own, which the core does not get to see.
 */

export const views = ["play", "microscope", "proofs", "gradients", "landscape", "folding", "compare"] as const;
export type View = (typeof views)[number];

export interface Place {
  view: View;
  /** Phase of the microscope, such as "error.2", see microscope/phases.ts; line of a proof, such as "bp2.3"; layer of the gradients, such as "layer.2"; cut of the landscape, such as "w1.1.1,w2.1.1", see landscape/cuts.ts; stage of the folding, such as "2.sigma", see folding/stages.ts. Empty is the first. */
  phase: string;
  /** What the microscope looks at, "layer.neuron.from.example"; see microscope/focus.ts. Empty is the first of each. */
  focus: string;
  /** What sets the other network of a comparison apart, as a text of settings such as "layers=8,8&activations=tanh". */
  other: string;
  /** Whether the test set is sealed; see state/seal.ts. Empty is sealed. */
  seal: string;
  /** Which part of the plane the Play view shows, such as "0.25,-0.5,4"; see state/sight.ts. Empty is all of it. */
  sight: string;
  /** "true" where the plane shows decisions without shades; empty otherwise. */
  discretize: string;
  /** Which closer pictures are open on the Play view: "answers", "layers", or none. */
  figures: string;
  /** Lesson and step, such as "bp2/3"; empty where none is open. */
  lesson: string;
  /** The controls that this link hides, as a list of their spots; see ui/hiding.ts. */
  hide: string;
  /** The preset whose sentence stands above the experiment; see ui/presets/presets.ts. */
  watch: string;
}

export const start: Place = {
  view: "play",
  phase: "",
  focus: "",
  other: "",
  seal: "",
  sight: "",
  discretize: "",
  figures: "",
  lesson: "",
  hide: "",
  watch: "",
};

type Text = Exclude<keyof Place, "view">;
const isText = (name: string): name is Text => name !== "view" && Object.hasOwn(start, name);
const isView = (text: string): text is View => (views as readonly string[]).includes(text);

/** Cuts a link into the place and the text of settings that the core reads. What names no view opens the first. */
export function readLink(link: string): { place: Place; settings: string } {
  const place = { ...start };
  const settings: string[] = [];
  for (const pair of link.split("&")) {
    const [name = "", value = ""] = pair.split("=", 2);
    if (name === "view") place.view = isView(value) ? value : start.view;
    else if (name === "other") place.other = decode(value.replaceAll(";", "&").replaceAll(":", "="));
    else if (isText(name)) place[name] = decode(value);
    else settings.push(pair);
  }
  return { place, settings: settings.join("&") };
}

/** What a link names that is no view; empty if it names one, or none. */
export const unknownView = (link: string): string =>
  link
    .split("&")
    .filter((pair) => pair.startsWith("view="))
    .map((pair) => decode(pair.slice("view=".length)))
    .findLast((name) => !isView(name)) ?? "";

export function writeLink(place: Place, settings: string): string {
  const own = Object.entries(place).filter(([name, value]) => value !== start[name as keyof Place]);
  return [
    ...own.map(([name, value]) => `${name}=${name === "other" ? nested(value) : encode(value)}`),
    ...(settings === "" ? [] : [settings]),
  ].join("&");
}

const encode = (text: string): string => encodeURIComponent(text).replaceAll("%2F", "/").replaceAll("%2C", ",");

/** Settings within a link, such as layers:8,8;activations:tanh; the escaped text has no colons and semicolons of its own. */
const nested = (settings: string): string => encode(settings).replaceAll("%3D", ":").replaceAll("%26", ";");

/** A damaged escape stands for itself. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
