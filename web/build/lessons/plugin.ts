/**
 * Lessons for the page: `virtual:lessons` has the list of them, each lesson's steps are a module of their own, `virtual:glossary` has
 * the terms with their sentences and `virtual:terms` only the ways of writing them.
 * What is wrong with a lesson ends the build.
 */
import type { Plugin } from "vite";
import type { Course } from "./course.ts";

const list = "virtual:lessons";
const glossary = "virtual:glossary";
const terms = "virtual:terms";
const resolved = (name: string): string => `\0${name}`;

export function lessons(folder: string, read: () => Promise<Course>): Plugin {
  let course: Course;
  const module = (value: unknown): string => `export default ${JSON.stringify(value)};`;
  return {
    name: "lessons",
    async buildStart() {
      course = await read();
      this.addWatchFile(folder);
      for (const file of course.files) this.addWatchFile(file);
      if (course.complaints.length > 0) this.error(`\n${course.complaints.join("\n")}`);
    },
    resolveId: (source) => ([list, glossary, terms].includes(source) ? resolved(source) : null),
    load(id) {
      if (id === resolved(glossary)) return module(course.glossary);
      if (id === resolved(terms)) return module(course.forms);
      if (id === resolved(list)) return indexOf(course);
      const lesson = course.lessons.find(({ file }) => file === id);
      return lesson === undefined ? null : module(lesson.steps);
    },
  };
}

function indexOf({ lessons }: Course): string {
  const entries = lessons.map(({ name, title, part, summary, short, steps, file }) => {
    const known = JSON.stringify({ name, title, part, summary, short, steps: steps.length }).slice(0, -1);
    return `${known},load:()=>import(${JSON.stringify(file)})}`;
  });
  return `export default [${entries.join(",\n")}];`;
}
