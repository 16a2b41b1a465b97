/**
 * Links, biases and the neurons' pictures on one canvas. What has not visibly changed since it was drawn is not drawn again: a frame
 * of training moves most weights by less than one sees, and the strokes of all links are what costs the most.
 */
import type { Thumbnail } from "./heat";
import { drawLinks, type Faint } from "./links";
import type { NetworkLayout } from "./network-layout";
import type { Palette } from "./palette";
import { drawBiases } from "./parameter-marks";
import { type LayerSizes, weightAt } from "./parameters";
import { Thumbnails } from "./thumbnails";

/** A weight that has changed by so much has a link that is at most 0.06 CSS pixels wider and 1 % stronger; 3 % where small weights fade. */
const unseenWeight = 0.03;
/** Of a picture's range: two of the 256 shades. */
const unseenShare = 1 / 128;

/** What is the same in all frames until the reader changes something. */
interface NetworkScene {
  layout: NetworkLayout;
  sizes: LayerSizes;
  palette: Palette;
  /** Cells a side of a neuron's picture. */
  resolution: number;
  /** Pixels to a CSS pixel. */
  ratio: number;
  /** Which links and biases stand back. */
  isFaint: { weights: Faint; biases: Faint };
}

/** At one moment; `leasts` are those of `leastDrawn`. */
interface NetworkMoment {
  parameters: Float32Array;
  leasts: readonly number[];
  /** null where there are none of this network. */
  thumbnailOf: ((layer: number, neuron: number) => Thumbnail) | null;
}

type Drawn = Pick<NetworkMoment, "parameters" | "leasts">;

/** Knows what is on its canvas, which nothing else draws on. */
export class NetworkPicture {
  private readonly thumbnails: Thumbnails;
  private drawn: Drawn | null = null;

  constructor(private readonly scene: NetworkScene) {
    this.thumbnails = new Thumbnails(scene.layout, scene.resolution, scene.ratio);
  }

  /** `moves`: more frames are coming, and this one may differ from the picture by what one does not see. */
  draw(context: CanvasRenderingContext2D, moment: NetworkMoment, moves: boolean): void {
    const { layout, sizes, palette, ratio, isFaint } = this.scene;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.drawn === null || !looksSame(sizes, this.drawn, moment, moves ? unseenWeight : 0)) {
      drawLinks(context, layout, sizes, moment.parameters, moment.leasts, palette, isFaint.weights);
      drawBiases(context, layout, sizes, moment.parameters, palette, isFaint.biases, (l) => !layout.strips[l]);
      this.drawn = { parameters: moment.parameters, leasts: moment.leasts };
      this.thumbnails.forget();
    }
    if (moment.thumbnailOf) this.thumbnails.draw(context, moment.thumbnailOf, moves ? unseenShare : 0);
  }
}

/** Whether no link and no bias differs by more than `most`; where small weights fade, they differ sooner. */
export function looksSame(sizes: LayerSizes, drawn: Drawn, now: Drawn, most: number): boolean {
  for (let l = 1; l < sizes.length; l++) {
    const [before, least] = [drawn.leasts[l] ?? 0, now.leasts[l] ?? 0];
    const unseen = least === 0 ? most : most * Math.min(1, least);
    if (Math.abs(before - least) > unseen) return false;
    const end = weightAt(sizes, l + 1, 0, 0);
    for (let at = weightAt(sizes, l, 0, 0); at < end; at++) {
      const [was, is] = [drawn.parameters[at] as number, now.parameters[at] as number];
      // Its sign is its colour, and 0 has one of its own.
      if (!(Math.abs(was - is) <= unseen) || Math.sign(was) !== Math.sign(is)) return false;
    }
  }
  return true;
}
