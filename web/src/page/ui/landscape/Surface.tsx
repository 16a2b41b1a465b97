/** The picture: cost as height, the way that training has come, where it is, the gradient and the next step. */
import type { SurfaceReading } from "../../../protocol";
import { formatCount, formatNumber, formatWeight } from "../../format";
import { drawLandscape, exaggeration, heightsOf, type Landscape } from "../../views/landscape";
import { Canvas } from "../Canvas";
import { palette } from "../palette";

interface SurfaceProps {
  /** What the picture shows; the names stand at its edges. */
  reading: SurfaceReading;
  names: readonly [u: string, v: string];
}

export function Surface({ reading, names }: SurfaceProps) {
  const landscape = landscapeOf(reading);
  const { low, high } = heightsOf(landscape.costs);
  const { u, v, reach } = landscape;
  const end = (value: number): string => formatWeight(value);
  // The arrow is drawn as long as the picture asks; of one that is 480 pixels wide this is near enough.
  const longer = exaggeration(landscape, 480);
  return (
    <section class="surface" aria-label="The cost surface" data-spot="surface">
      <div class="map">
        <Canvas
          describe={() => describe(landscape, names)}
          draw={(context, width, _height, ratio) => drawLandscape(context, width, ratio, landscape, palette.value)}
        />
        <span class="edge at-top">
          ↑ {names[1]} {end(v + reach)}
        </span>
        <span class="edge at-bottom">{end(v - reach)}</span>
        <span class="edge at-left">{end(u - reach)}</span>
        <span class="edge at-right">
          {names[0]} → {end(u + reach)}
        </span>
      </div>
      <div class="surface-legend">
        <span
          class="heights"
          data-tip="The lowest and the highest cost in the picture; the shades follow the root of the height."
        >
          C {formatNumber(low)} <i /> {formatNumber(high)}
        </span>
        <span>
          <i class="gradient-arrow" /> ∇C, uphill
        </span>
        <span>
          <i class="step-arrow" /> next step Δw{longer > 1 ? `, ${formatCount(longer)} × as long` : ""}
        </span>
        <span data-spot="surface-path">
          <i class="walked" /> the path so far
        </span>
      </div>
    </section>
  );
}

function landscapeOf({ of, surface }: SurfaceReading): Landscape {
  const { reach, resolution } = of;
  const [u, v] = of.kind === "pair" ? [of.u, of.v] : [0, 0];
  return { ...surface, u, v, reach, resolution };
}

function describe({ costs, u, v, reach, path, slope, step }: Landscape, [nameU, nameV]: readonly [string, string]): string {
  const { low, high } = heightsOf(costs);
  const lowest = costs.indexOf(low);
  const side = Math.sqrt(costs.length);
  const at = (index: number): number => reach * ((2 * index) / (side - 1) - 1);
  const place = (x: number, y: number): string => `(${formatWeight(x)}, ${formatWeight(y)})`;
  const here = place(path.at(-2) ?? 0, path.at(-1) ?? 0);
  const begin = place(path[0] ?? 0, path[1] ?? 0);
  return (
    `The cost over ${nameU} and ${nameV}, from ${formatNumber(low)} to ${formatNumber(high)} in this picture; ` +
    `lowest near ${place(u + at(lowest % side), v - at(Math.floor(lowest / side)))}. ` +
    `Training began at ${begin} and is at ${here}. The gradient is (${formatNumber(slope[0] ?? 0)}, ${formatNumber(slope[1] ?? 0)}), ` +
    `the next step (${formatNumber(step[0] ?? 0)}, ${formatNumber(step[1] ?? 0)}).`
  );
}
