/** What a link's lesson opens. */
import { expect, test } from "vitest";
import type { LessonEntry } from "../../../web/src/page/lessons/lesson.ts";
import { whereIs } from "../../../web/src/page/lessons/where.ts";

const load = () => Promise.reject(new Error("not to be loaded"));
const lesson = (name: string, steps: number, short: number[]): LessonEntry => ({
  name,
  title: "",
  part: "",
  summary: "",
  steps,
  short,
  load,
});
const entry = lesson("bp2", 4, [2]);
const others = [lesson("bp1", 2, [1, 2]), lesson("aside", 3, [])];
const at = (text: string) => whereIs(text, [...others, entry]);

test.each([
  ["bp2", 1, ""],
  ["bp2/1", 1, ""],
  ["bp2/4", 4, ""],
  ["bp2/5", 4, "5"],
  ["bp2/99", 4, "99"],
  ["bp2/0", 1, "0"],
  ["bp2/-1", 1, "-1"],
  ["bp2/2x", 1, "2x"],
  ["bp2/2/3", 1, "2/3"],
])("%s opens step %i and does not know “%s”", (text, step, unknown) => {
  const way = { isShort: false, stops: ["bp2/1", "bp2/2", "bp2/3", "bp2/4"], at: step };
  expect(at(text)).toEqual({ page: "lesson", entry, step, way, unknown });
});

test("the short way leads through the steps that are marked, across lessons", () => {
  const stops = ["short/1", "short/2", "short/3"];
  expect(at("short")).toEqual({ page: "lesson", entry: others[0], step: 1, way: { isShort: true, stops, at: 1 }, unknown: "" });
  expect(at("short/3")).toEqual({ page: "lesson", entry, step: 2, way: { isShort: true, stops, at: 3 }, unknown: "" });
  expect(at("short/9")).toMatchObject({ entry, step: 2, unknown: "9" });
  expect(whereIs("short/1", [lesson("bp1", 2, [])])).toEqual({ page: "contents", unknown: "short/1" });
});

test("what is no lesson opens the contents, and a term the glossary", () => {
  expect(at("contents")).toEqual({ page: "contents", unknown: "" });
  expect(at("bp9/2")).toEqual({ page: "contents", unknown: "bp9/2" });
  expect(at("glossary")).toEqual({ page: "glossary", term: "" });
  expect(at("glossary/weighted input")).toEqual({ page: "glossary", term: "weighted input" });
});
