/** Links of any content open a run: at the level at which the page reads them, without a browser. */
import fc from "fast-check";
import { test } from "vitest";
import { readLink, unknownView, writeLink } from "../../../web/src/page/state/place.ts";
import { loadModule } from "../../bindings/module.ts";

const module = await loadModule();
const fields = Object.keys(module.catalogue().defaults);

/** What links are made of, whole and in pieces, beside anything that can be typed. */
const names = [...fields, "view", "phase", "focus", "other", "lesson", "seal", "sight", "constructor", "__proto__"];
const name = fc.oneof(
  { arbitrary: fc.constantFrom(...names), weight: 4 },
  { arbitrary: fc.string({ maxLength: 8 }), weight: 1 },
);
const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.integer().map(String),
  fc.double().map(String),
  fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 12 }).map((list) => list.join(",")),
  fc.constantFrom(
    "%",
    "%E0%A4%A",
    "%00",
    "8,8,",
    "0,0,1;1,1,0",
    "NaN",
    "1e999",
    "layers:8;data:xor",
    "\u{1f600}",
    "xor",
    "spiral",
  ),
);
const pairs = fc.array(
  fc.tuple(name, value).map(([name, value]) => `${name}=${value}`),
  { maxLength: 6 },
);
const link = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  pairs.map((list) => list.join("&")),
);

/** A run that is opened in a moment, where the link does not ask for another. */
const small = "points=10&layers=";

test("100,000 arbitrary links are read, opened and written without an exception", () => {
  const session = new module.Session();
  fc.assert(
    fc.property(link, (text) => {
      const { place, settings } = readLink(text);
      unknownView(text);
      const { problems } = session.open(`${small}&${settings}`);
      if (!problems.every(({ message }) => message.endsWith("."))) throw new Error("A problem is no sentence.");
      // What then stands in the address is read back as the same.
      const now = session.link();
      const back = readLink(writeLink(place, now));
      if (back.settings !== now || JSON.stringify(back.place) !== JSON.stringify(place)) throw new Error(JSON.stringify(back));
    }),
    { numRuns: 100_000 },
  );
  session.delete();
}, 300_000); // beside other work it takes minutes
