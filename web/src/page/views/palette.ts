/** The page's colours as the canvases need them; CSS has the only list of them. */
import { mostClasses } from "../classes";

export type Rgb = readonly [red: number, green: number, blue: number];

export interface Palette {
  positive: Rgb;
  negative: Rgb;
  zero: Rgb;
  /** One for each class where there are more than two. */
  classes: readonly Rgb[];
  ink: string;
  soft: string;
  line: string;
  card: string;
  control: string;
  accent: string;
  warning: string;
  training: string;
  validation: string;
  test: string;
  /** From the first layer over the middle to the output. */
  layers: readonly [Rgb, Rgb, Rgb];
  /** The two networks of a comparison. */
  left: string;
  right: string;
  /** Packed pixels from lowest to highest value, for thumbnails at full strength and for the plane behind its points. */
  heat: Uint32Array;
  planeHeat: Uint32Array;
  /** For the picture of a class's own output neuron: from nothing to the class's colour. */
  classHeat: readonly Uint32Array[];
  /** From the lowest cost to the highest. */
  landscape: Uint32Array;
  /** How strong colours are behind points, 0 to 1. */
  planeStrength: number;
}

/** Steps of the colour scale. */
export const shades = 256;

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const css = (name: string): string => style.getPropertyValue(name).trim();
  const positive = rgb(css("--positive"));
  const negative = rgb(css("--negative"));
  const zero = rgb(css("--zero"));
  const strength = Number(css("--plane-strength"));
  const classes = Array.from({ length: mostClasses }, (_, c) => rgb(css(`--class-${c}`)));
  const heights = rgb(css("--heights"));
  // Scales are made when something is first painted with them.
  const heat = once(() => scale(negative, zero, positive, 1));
  const planeHeat = once(() => scale(negative, zero, positive, strength));
  const landscape = once(() => ramp(zero, heights));
  const classHeat = once(() => classes.map((colour) => ramp(zero, colour)));
  return {
    positive,
    negative,
    zero,
    planeStrength: strength,
    classes,
    ink: css("--ink"),
    soft: css("--soft"),
    line: css("--line"),
    card: css("--card"),
    control: css("--control"),
    accent: css("--accent"),
    warning: css("--warning"),
    training: css("--training"),
    validation: css("--validation"),
    test: css("--test"),
    layers: [rgb(css("--layer-first")), rgb(css("--layer-middle")), rgb(css("--layer-last"))],
    left: css("--left"),
    right: css("--right"),
    get heat() {
      return heat();
    },
    get planeHeat() {
      return planeHeat();
    },
    get landscape() {
      return landscape();
    },
    get classHeat() {
      return classHeat();
    },
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export const cssColour = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;

/** As a canvas's image has it: one number for a pixel. */
export const packed = ([red, green, blue]: Rgb): number => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
export const unpacked = (pixel: number): Rgb => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];

/** #rrggbb */
function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function ramp(from: Rgb, to: Rgb): Uint32Array {
  const pixels = new Uint32Array(shades);
  for (let i = 0; i < shades; i++) {
    const channel = (c: 0 | 1 | 2): number => Math.round(from[c] + ((to[c] - from[c]) * i) / (shades - 1));
    pixels[i] = packed([channel(0), channel(1), channel(2)]);
  }
  return pixels;
}

function scale(negative: Rgb, zero: Rgb, positive: Rgb, strength: number): Uint32Array {
  const pixels = new Uint32Array(shades);
  for (let i = 0; i < shades; i++) {
    const t = (2 * i) / (shades - 1) - 1;
    const end = t > 0 ? positive : negative;
    const channel = (c: 0 | 1 | 2): number => Math.round(zero[c] + (end[c] - zero[c]) * Math.abs(t) * strength);
    pixels[i] = packed([channel(0), channel(1), channel(2)]);
  }
  return pixels;
}
