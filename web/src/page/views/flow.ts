/** The links as the microscope shows them: most of them faint, those that carry something now strong and on the move. */
import { type LinkEnds, linkEnds, pointOnLink, traceLink } from "./links";
import type { NetworkLayout } from "./network-layout";
import { cssColour, type Palette } from "./palette";
import type { LayerSizes } from "./parameters";

interface LinkLook {
  /** Decides colour and width. */
  value: number;
  /** Whether it carries something now. */
  lit: boolean;
  /** Which way: 1 forward, -1 back, 0 neither. */
  flow: 1 | -1 | 0;
}

/** How l, j, k's link looks; null leaves it a hair line. */
export type Looks = (l: number, j: number, k: number) => LinkLook | null;

/** In CSS pixels, of a dash and the gap after it. */
const dash = 11;

/** `most` is the size of value that gets the widest line; `moved` how far the dashes have come, in CSS pixels. */
export function drawFlow(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  sizes: LayerSizes,
  looks: Looks,
  most: number,
  moved: number,
  palette: Palette,
): void {
  context.clearRect(0, 0, layout.width, layout.height);
  const positive = cssColour(palette.positive);
  const negative = cssColour(palette.negative);
  const draw = (ends: LinkEnds, look: LinkLook | null): void => {
    const share = look === null || most === 0 ? 0 : Math.min(1, Math.abs(look.value) / most);
    traceLink(context, ends);
    context.strokeStyle = look === null ? palette.line : look.value > 0 ? positive : negative;
    context.globalAlpha = look === null ? 0.7 : look.lit ? 1 : 0.15 + 0.35 * share;
    context.lineWidth = look === null ? 1 : look.lit ? 1.5 + 6 * Math.sqrt(share) : 0.6 + 3 * share;
    context.setLineDash(look?.lit && look.flow !== 0 ? [dash * 0.6, dash * 0.4] : []);
    context.lineDashOffset = look === null ? 0 : -look.flow * moved;
    context.stroke();
  };
  // The lit ones last, so that nothing crosses them.
  for (const lit of [false, true])
    eachLink(layout, sizes, (l, j, k, ends) => {
      const look = looks(l, j, k);
      if ((look?.lit ?? false) === lit) draw(ends, look);
    });
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** The link, of those that are drawn, that is nearest to a place, if it is nearer than `near`; in CSS pixels. */
export function linkNear(
  layout: NetworkLayout,
  sizes: LayerSizes,
  x: number,
  y: number,
  near = 7,
  isDrawn: (l: number, j: number, k: number) => boolean = () => true,
): { l: number; j: number; k: number } | null {
  let best = near * near;
  let found: { l: number; j: number; k: number } | null = null;
  eachLink(layout, sizes, (l, j, k, ends) => {
    if (x < ends.x0 || x > ends.x1 || y < Math.min(ends.y0, ends.y1) - near || y > Math.max(ends.y0, ends.y1) + near) return;
    if (!isDrawn(l, j, k)) return;
    for (let step = 0; step <= 24; step++) {
      const place = pointOnLink(ends, step / 24);
      const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
      if (distance >= best) continue;
      best = distance;
      found = { l, j, k };
    }
  });
  return found;
}

function eachLink(
  layout: NetworkLayout,
  sizes: LayerSizes,
  visit: (l: number, j: number, k: number, ends: LinkEnds) => void,
): void {
  for (let l = 1; l < sizes.length; l++)
    for (let j = 0; j < (layout.centres[l]?.length ?? 0); j++)
      for (let k = 0; k < (layout.centres[l - 1]?.length ?? 0); k++) {
        const ends = linkEnds(layout, l, j, k);
        if (ends !== null) visit(l, j, k, ends);
      }
}
