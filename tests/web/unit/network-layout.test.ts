import { expect, test } from "vitest";
import { layOutNetwork, narrowestColumn } from "../../../web/src/page/views/network-layout.ts";

const top = 84;
const labelRoom = 22;

test.each([
  [[2, 1], 728, 500],
  [[2, 4, 4, 1], 728, 500],
  [[2, 8, 8, 8, 8, 8, 8, 1], 728, 500],
  [[2, 8, 8, 8, 8, 8, 8, 1], 350, 430],
  [[2, 1, 8, 1], 1200, 900],
  [[2, 4, 4, 1], 1380, 1250],
  [[10, 128, 128, 6], 728, 500],
  [[3, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 1], 1200, 900],
])("the neurons of %j in %i x %i stay inside, below the heads, and apart", (sizes, width, height) => {
  const layout = layOutNetwork(sizes, width, height, top, labelRoom);
  expect(layout.width).toBeGreaterThanOrEqual(width);
  for (const [l, column] of layout.centres.entries()) {
    const side = l === sizes.length - 1 ? layout.outputSide : layout.side;
    for (const [j, { x, y }] of column.entries()) {
      const frame = l === sizes.length - 1 ? 6 : 0;
      expect(x - side / 2).toBeGreaterThanOrEqual(0);
      expect(x + side / 2 + frame).toBeLessThanOrEqual(layout.width);
      expect(y - side / 2).toBeGreaterThanOrEqual(top - 1);
      expect(y + side / 2).toBeLessThanOrEqual(height);
      const next = column[j + 1];
      // Outputs have frames, which stand apart as well.
      if (next) expect(next.y - y).toBeGreaterThan(l === sizes.length - 1 ? side + 12 : side);
    }
    expect(column.length).toBeGreaterThan(0);
    expect(column.length).toBeLessThanOrEqual(sizes[l] as number);
    const following = layout.columns[l + 1];
    if (following !== undefined) expect(following - (layout.columns[l] as number)).toBeGreaterThanOrEqual(narrowestColumn - 8);
  }
});

test("where there is room, pictures use it", () => {
  const [laptop, screen] = [500, 880].map((height) => layOutNetwork([2, 4, 4, 1], 980, height, top, labelRoom));
  expect(screen?.side).toBeGreaterThan(1.5 * (laptop?.side ?? 0));
  expect(screen?.outputSide).toBeGreaterThan(1.25 * (screen?.side ?? 0));
});
