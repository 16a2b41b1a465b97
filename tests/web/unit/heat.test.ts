import { expect, test } from "vitest";
import { heatRange, paintHeat } from "../../../web/src/page/views/heat.ts";

test("bounded activations are coloured by their bounds, others by their own largest value", () => {
  expect(heatRange(new Float32Array([0.2, -3]), [0, 1])).toEqual({ low: 0, high: 1 });
  expect(heatRange(new Float32Array([1, -4]), null)).toEqual({ low: -4, high: 4 });
  expect(heatRange(new Float32Array([0, 0]), null).high).toBeGreaterThan(0);
});

test("the lowest value gets the first shade, the highest the last, what lies outside is held at the ends", () => {
  const scale = Uint32Array.from({ length: 256 }, (_, i) => i);
  let painted: number[] = [];
  const context = {
    createImageData: () => ({ data: new Uint8ClampedArray(16) }),
    putImageData: ({ data }: { data: Uint8ClampedArray }) => {
      painted = [...new Uint32Array(data.buffer)];
    },
  } as unknown as CanvasRenderingContext2D;
  paintHeat(context, new Float32Array([-1, 1, 9, -9]), 2, { low: -1, high: 1 }, scale);
  expect(painted).toEqual([0, 255, 255, 0]);
});
