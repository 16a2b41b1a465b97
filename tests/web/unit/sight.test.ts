/** What is in sight of the plane, as the link has it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import { readAnyLink } from "../../../web/src/page/state/open-link.ts";
import { start } from "../../../web/src/page/state/place.ts";
import { readSight } from "../../../web/src/page/state/sight.ts";
import { mostZoom } from "../../../web/src/page/views/plane-window.ts";

function sightOf(text: string) {
  const details: number[] = [];
  const page = createPlayground((command) => {
    if (command.type === "detail") details.push(command.resolution);
  });
  const show = (sight: string): void => page.arrange({ place: { sight } });
  show(text);
  return { ...page, details, show };
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

test("the picture is asked for in as much detail as is in sight, once for each", () => {
  const { sight, show, details } = sightOf("0,0,4");
  expect(details).toEqual([400]);
  sight.moveBy([0.1, 0]);
  sight.zoomBy(2);
  show("");
  expect(details).toEqual([400, 800, 100]);
});
