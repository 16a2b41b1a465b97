/** Lessons as the build reads them: what comes out, and what is said of what is wrong. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { type Course, readCourse } from "../../../web/build/lessons/course.ts";
import { type Known, readKnown } from "../../../web/build/lessons/known.ts";
import { loadModule } from "../../bindings/module.ts";

const root = resolve(import.meta.dirname, "../../..");
let known: Known;
beforeAll(async () => {
  known = await readKnown(await loadModule(), join(root, "web/src/page"));
});

/** The course of these files, by name. */
async function courseOf(files: Record<string, string>): Promise<Course> {
  const folder = await mkdtemp(join(tmpdir(), "lessons-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return readCourse(folder, known, folder);
}

const front = "---\ntitle: A lesson\npart: One\nsummary: About.\n---\n";
const lesson = (body: string): Record<string, string> => ({
  "01-a.md": front + body,
  "glossary.md": "error: What $\\delta$ says.\nweighted input: Before [[error]].\n",
});
const htmlOf = async (text: string): Promise<string> => {
  const { lessons, complaints } = await courseOf(lesson(text));
  expect(complaints).toEqual([]);
  const [part] = lessons[0]?.steps[0]?.parts ?? [];
  return part?.html ?? "";
};

test("the lessons of a folder in their order, step by step", async () => {
  const { lessons, glossary, complaints } = await readCourse(join(root, "tests/web/lessons"), known, root);
  expect(complaints).toEqual([]);
  expect(lessons.map(({ name, title, part, steps }) => [name, title, part, steps.length])).toEqual([
    ["first", "A first step: one epoch", "Beginnings", 3],
    ["ward", "It does not move", "Failure clinic", 1],
    ["last", "The end", "Beginnings", 1],
  ]);
  const steps = lessons[0]?.steps ?? [];
  expect(steps[0]?.setup).toEqual({ open: "data=gaussians&layers=3", place: { view: "play" } });
  expect(steps[0]?.parts.map(({ kind }) => kind)).toEqual(["text", "task"]);
  expect(steps[0]?.parts[1]).toMatchObject({
    until: [{ fact: "epoch", operator: ">=", term: { value: 1 } }],
    spot: "epoch",
    hint: "Press <strong>1 epoch</strong>, above the network.",
    html: "<p>Train for one epoch.</p>",
  });
  expect(steps[0]?.facts.toSorted()).toEqual(["epoch", "trainingCost"]);
  expect(steps[1]?.setup).toBeNull();
  expect(steps[1]?.parts[1]).toMatchObject({
    kind: "question",
    answers: [{ right: false }, { right: true, html: "All of the training set.", reply: "Right, each of them once." }],
  });
  expect(steps[2]?.facts).toContain("errorNorm.1");
  expect(lessons[1]?.steps[0]?.setup).toMatchObject({ train: 150 });
  expect(lessons[1]?.steps[0]?.parts[1]).toMatchObject({
    but: [{ when: [{ fact: "trainingAccuracy" }, { fact: "changes" }] }],
  });
  expect(glossary.map(({ term }) => term)).toEqual(["epoch", "error", "iteration"]);
  expect(glossary[0]?.html).toContain('data-term="iteration"');
});

test("formulas become MathML, also on lines that elsewhere would begin a list or a heading", async () => {
  expect(await htmlOf("So $a_1 * b_1 * c$ it is.")).toMatch(/^<p>So <math>.*<\/math> it is.<\/p>$/);
  expect(await htmlOf("It is $a$. And")).toMatch(/^<p>It is <span class="kept"><math>.*<\/math>\.<\/span> And<\/p>$/);
  const display = await htmlOf("$$\n\\delta\n= a\n- b\n+ c\n$$\nand on");
  expect(display.match(/<math display="block"/g)).toHaveLength(1);
  expect(display).not.toContain("<li>");
  expect(display).not.toContain("<h");
  expect(await htmlOf("Text before\n$$\\delta$$\nand after.")).toContain('<math display="block"');
  expect(await htmlOf("It costs \\$5.")).toBe("<p>It costs $5.</p>");
});

test("terms, live numbers and links", async () => {
  expect(await htmlOf("An [[Error]] of the [[weighted input|weighted inputs]].")).toBe(
    '<p>An <a class="term" href="#lesson=glossary/error" data-term="error">Error</a> of the ' +
      '<a class="term" href="#lesson=glossary/weighted%20input" data-term="weighted input">weighted inputs</a>.</p>',
  );
  expect(await htmlOf("Now {{errorNorm.1}}.")).toBe('<p>Now <span class="fact" data-slot="errorNorm.1"></span>.</p>');
  expect(await htmlOf("$C = \\slot{trainingCost}$")).toContain('<mn data-slot="trainingCost"></mn>');
  expect(await htmlOf("[there](lesson:a), [see](view:microscope), [try](open:data=xor&layers=3), [book](https://x.org/)")).toBe(
    '<p><a href="#lesson=a" data-go="lesson:a">there</a>, <a href="#view=microscope" data-go="view:microscope">see</a>, ' +
      '<a href="#data=xor&amp;layers=3" data-go="open:data=xor&amp;layers=3">try</a>, ' +
      '<a href="https://x.org/" target="_blank" rel="noopener">book</a></p>',
  );
  expect(await htmlOf("[do](change:learningRate=0.1)")).toBe(
    '<p><button type="button" class="in-text" data-go="change:learningRate=0.1">do</button></p>',
  );
  expect(await htmlOf("<b>x</b> `$y$`")).toBe("<p>&lt;b&gt;x&lt;/b&gt; <code>$y$</code></p>");
});

const task = (lines: string): string => `\`\`\`task\nDo it.\n${lines}\n\`\`\`\n`;
const setup = (lines: string): string => `\`\`\`setup\n${lines}\n\`\`\`\n`;

test.each([
  ["no front matter", "Text.", "1: a lesson begins with its title"],
  ["a title that is missing", "---\npart: One\nsummary: S.\n---\nText.", "1: the lesson has no title"],
  ["an unknown field", front.replace("part", "chapter"), '3: "chapter: One" is none of'],
  ["an unknown fact", `${front}One.\n\nTwo lines\nand {{epochs}}.`, '9: "epochs" is no fact'],
  ["an unknown fact in a formula", `${front}$\\slot{costs}$`, '6: "costs" is no fact'],
  ["an unknown fact in a condition", front + task("until: epochs > 3"), '8: "epochs" is no fact'],
  ["a condition that is none", front + task("until: epoch"), '8: "epoch" is no comparison'],
  ["a task without one", front + task("spot: play"), "7: the task has no until"],
  ["a spot that nothing has", front + task("until: epoch > 3\nspot: plya"), '9: nothing in web/src has the data-spot "plya"'],
  ["a term that is not there", `${front}An [[eror]].`, '6: "eror" is not in the glossary'],
  ["a lesson that is not there", `${front}[to](lesson:b)`, '6: there is no lesson "b"'],
  ["a step that is not there", `${front}[to](lesson:a/2)`, '6: lesson "a" has no step 2'],
  ["a view that is not there", `${front}[to](view:nowhere)`, '6: there is no view "nowhere"'],
  ["a view to set up", front + setup("view: nowhere"), '7: there is no view "nowhere"'],
  ["a view to reach", front + task("until: view = nowhere"), '8: there is no view "nowhere"'],
  ["a link to nothing", `${front}[to](bp2)`, '6: "bp2" is no link'],
  ["a formula that is none", `${front}One.\n\n$\\frac{1$`, "8: "],
  ["a formula without an end", `${front}So $a is.`, "6: a formula has no end"],
  ["a fence without an end", `${front}One.\n\n\`\`\`task\nDo it.\nuntil: epoch > 3`, "8: the block ```task has no end"],
  ["a fence of no kind", `${front}\`\`\`tsk\nDo it.\n\`\`\``, '6: "tsk" is no block'],
  ["settings that are refused", front + setup("view: play\nopen: data=circel"), '8: data "circel" is not known'],
  ["a setting that is none", front + setup("open: learnRate=1"), '7: "learnRate" is not a setting'],
  ["a value that is refused", front + task("until: activations = rleu"), '8: activations "rleu"'],
  ["a link's settings", `${front}[do](change:points=1)`, "6: points must be from 10 to 10000, not 1"],
  ["a setup of nothing", front + setup("opne: data=xor"), '7: "opne: data=xor" sets nothing up'],
  ["too much training", front + setup("train: 1e9"), "7: train takes a number of iterations"],
  ["a line that is there twice", front + task("until: epoch > 3\nuntil: epoch > 4"), "9: until is there twice"],
  ["but without a sentence", front + task("until: epoch > 3\nbut: epoch > 4"), "9: but takes a condition"],
  ["an answer without a reply", `${front}\`\`\`question\nWhy?\n(x) So.\n( ) No. — No.\n\`\`\``, "8: the answer has no reply"],
  ["no right answer", `${front}\`\`\`question\nWhy?\n( ) So. — No.\n( ) No. — No.\n\`\`\``, "7: a question has two answers"],
  ["two setups", `${front}Text.\n${setup("view: play")}${setup("view: play")}`, "6: a step has one setup and one task"],
  ["a step of nothing", `${front}Text.\n\n---\n\n---\n\nText.`, "10: the step before this line is empty"],
])("%s is told with file and line", async (_what, text, sentence) => {
  const { complaints } = await courseOf({ ...lesson(""), "01-a.md": text });
  expect(
    complaints.some((complaint) => complaint.startsWith(`01-a.md:${sentence}`)),
    complaints.join("\n"),
  ).toBe(true);
});

test("a change is checked on what the steps before have set up", async () => {
  const steps = `${setup("open: output=sigmoid")}Text.\n\n---\n\n[do](change:cost=crossEntropy)\n`;
  expect((await courseOf(lesson(steps))).complaints).toEqual([]);
  const alone = await courseOf(lesson("[do](change:cost=crossEntropy)"));
  expect(alone.complaints[0]).toContain("01-a.md:6: cross-entropy cost needs outputs");
});

test("names that are taken, and a glossary that is damaged", async () => {
  const { complaints } = await courseOf({
    "1-a.md": `${front}Text.`,
    "2-a.md": `${front}Text.`,
    "3-glossary.md": `${front}Text.`,
    "glossary.md": "error: One.\nError: Two.\nnothing\n",
  });
  expect(complaints).toEqual([
    'glossary.md:2: "Error" is there twice',
    'glossary.md:3: "nothing" is not a term, a colon and a sentence',
    '2-a.md:1: the name "a" is taken',
    '3-glossary.md:1: the name "glossary" is taken',
  ]);
});
