/** What is in sight of the plane, as the link has it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import { readAnyLink } from "../../../web/src/page/state/open-link.ts";
import { start } from "../../../web/src/page/state/place.ts";
import { readSight } from "../../../web/src/page/state/sight.ts";
import { mostZoom } from "../../../web/src/page/views/plane-window.ts";
import { type PlaneRequest, usualPlaneRequest } from "../../../web/src/protocol.ts";

function sightOf(text: string) {
  const looks: PlaneRequest[] = [];
  const page = createPlayground((command) => {
    if (command.type === "plane") looks.push({ window: command.window, resolution: command.resolution });
  });
  const show = (sight: string): void => page.arrange({ place: { sight } });
  show(text);
  return { ...page, looks, show };
}

test("a text says which part of the plane is in sight, and none is all of it", () => {
  expect(readSight("")).toEqual({ x: 0, y: 0, half: 1 });
  expect(readSight("0.25,-0.5,4")).toEqual({ x: 0.25, y: -0.5, half: 0.25 });
  // No further than to the plane's edges.
  expect(readSight("1,1,2")).toEqual({ x: 0.5, y: 0.5, half: 0.5 });
});

test("what is none of it gets a sentence", async () => {
  for (const text of [
    "1",
    "0,0",
    "0,0,0",
    "0,0,0.5",
    "0,0,33",
    "2,0,2",
    "0,0,2,1",
    "a,0,2",
    "0,0,NaN",
    "0,0,1e1",
    " 0,0,2",
    ",",
  ]) {
    expect(readSight(text), text).toBe(null);
    const { place, remarks } = await readAnyLink(`sight=${encodeURIComponent(text)}&data=xor`);
    expect(place).toEqual(start);
    expect(remarks).toEqual([expect.stringMatching(/^“sight=.*shown\.$/)]);
  }
});

test("however it is zoomed and moved, what is written is what is seen", () => {
  const move = fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      const { place, sight } = sightOf("");
      for (const [factor, by] of moves) {
        sight.zoomBy(factor, [by, -by / 2]);
        sight.moveBy([by / 3, by]);
        expect(readSight(place.value.sight)).toEqual(sight.window.value);
        const { x, y, half } = sight.window.value;
        expect(Math.max(Math.abs(x), Math.abs(y)) + half).toBeLessThan(1.00002);
      }
      expect(sight.zoom.value).toBeLessThanOrEqual(mostZoom);
      sight.showWhole();
      expect(place.value).toEqual(start);
    }),
  );
});

test("what is in sight is asked for, as finely as it is drawn, and once; of the whole plane where it is not drawn", () => {
  const { sight, show, looks } = sightOf("0,0,4");
  expect(looks).toEqual([]);
  sight.drawOn(300);
  sight.moveBy([0.25, 0]);
  sight.moveBy([0, 0]);
  sight.zoomBy(2);
  sight.drawOn(450);
  show("");
  sight.drawOn(null);
  show("0,0,2");
  expect(looks).toEqual([
    { window: { x: 0, y: 0, half: 0.25 }, resolution: 300 },
    { window: { x: 0.25, y: 0, half: 0.25 }, resolution: 300 },
    { window: { x: 0.25, y: 0, half: 0.125 }, resolution: 300 },
    { window: { x: 0.25, y: 0, half: 0.125 }, resolution: 450 },
    { window: { x: 0, y: 0, half: 1 }, resolution: 450 },
    usualPlaneRequest,
  ]);
});
