/** Which neurons of a layer are drawn, where there is not room for all: as many as there is room for, the chosen one among them. */
import type { NetworkLayout } from "../../views/network-layout";
import type { LayerSizes } from "../../views/parameters";
import type { Focus } from "../equation/focus";

/** Like pages of a book, so that they stay while one goes from neuron to neuron; the last page is full, too. */
export const firstDrawn = (chosen: number, room: number, count: number): number =>
  Math.min(Math.floor(chosen / room) * room, count - room);

/** The layout with the places given to those; the others have none, and `centres` a hole for them. */
export function withChosen(layout: NetworkLayout, sizes: LayerSizes, { layer, neuron, from }: Focus): NetworkLayout {
  const centres = layout.centres.map((column, l) => {
    const chosen = l === layer ? neuron : l === layer - 1 ? from : 0;
    const first = firstDrawn(chosen, column.length, sizes[l] ?? 0);
    const drawn: typeof column = [];
    for (const [i, centre] of column.entries()) drawn[first + i] = centre;
    return drawn;
  });
  return { ...layout, centres };
}

/** Such as "12–22 of 128"; empty where all are drawn. */
export function drawnOf(column: readonly unknown[], count: number): string {
  const drawn = Object.keys(column).map(Number);
  return drawn.length < count ? `${(drawn[0] ?? 0) + 1}–${(drawn.at(-1) ?? 0) + 1} of ${count}` : "";
}
