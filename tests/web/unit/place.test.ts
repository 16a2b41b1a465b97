import fc from "fast-check";
import { expect, test } from "vitest";
import { readLink, start, views, writeLink } from "../../../web/src/page/state/place.ts";

test("a link holds the place in the page before the experiment, and nothing of it where it is usual", () => {
  expect(writeLink(start, "data=xor")).toBe("data=xor");
  expect(writeLink(start, "")).toBe("");
  expect(writeLink({ ...start, view: "microscope", phase: "error.2" }, "data=xor&layers=3")).toBe(
    "view=microscope&phase=error.2&data=xor&layers=3",
  );
});

test("what is written is read back, whatever the lesson is called and however the other network differs", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary-ascii" }),
    fc.string({ unit: "grapheme-composite" }),
    fc.constantFrom("bp2/3", "a&view=play", "a=b", "50%", "layers=8,8&activations=tanh", "own=0,1,0;1,1,1", "a:b;c", "%3A"),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...views),
      ...([words, words, words] as const),
      fc.constantFrom("", "data=xor"),
      (view, phase, lesson, other, settings) => {
        const place = { ...start, view, phase, lesson, other };
        expect(readLink(writeLink(place, settings))).toEqual({ place, settings });
      },
    ),
  );
});

test("what sets the other network apart can be read in the link, and stays apart from the experiment", () => {
  const link = "view=compare&other=layers:8,8;activations:tanh&data=xor&layers=8,8,8";
  const { place, settings } = readLink(link);
  expect(place).toEqual({ ...start, view: "compare", other: "layers=8,8&activations=tanh" });
  expect(settings).toBe("data=xor&layers=8,8,8");
  expect(writeLink(place, settings)).toBe(link);
});

test("a damaged place opens the usual one and leaves the experiment as it is", () => {
  expect(readLink("view=nowhere&data=xor&phase=%E0%A4%A&seed=2")).toEqual({
    place: { ...start, phase: "%E0%A4%A" },
    settings: "data=xor&seed=2",
  });
});

test("a view, a phase and a weight to look at stand in the link; names that every object has are no fields", () => {
  const link = "view=microscope&phase=weights&focus=2.3.1.4&data=xor&constructor=1";
  const { place, settings } = readLink(link);
  expect(place).toEqual({ ...start, view: "microscope", phase: "weights", focus: "2.3.1.4" });
  expect(settings).toBe("data=xor&constructor=1");
  expect(writeLink(place, settings)).toBe(link);
});
