/** What a link's lesson opens. */
import { expect, test } from "vitest";
import type { LessonEntry } from "../../../web/src/page/lessons/lesson.ts";
import { whereIs } from "../../../web/src/page/lessons/where.ts";

const load = () => Promise.reject(new Error("not to be loaded"));
const entry: LessonEntry = { name: "bp2", title: "", part: "", summary: "", steps: 4, load };
const at = (text: string) => whereIs(text, [entry]);

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
  expect(at(text)).toEqual({ page: "lesson", entry, step, unknown });
});

test("what is no lesson opens the contents, and a term the glossary", () => {
  expect(at("contents")).toEqual({ page: "contents", unknown: "" });
  expect(at("bp9/2")).toEqual({ page: "contents", unknown: "bp9/2" });
  expect(at("glossary")).toEqual({ page: "glossary", term: "" });
  expect(at("glossary/weighted input")).toEqual({ page: "glossary", term: "weighted input" });
});
