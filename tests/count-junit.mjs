// Prints "TESTS BAD" of a JUnit file: its test cases, and those that failed or were skipped.
import { readFileSync } from "node:fs";

const [, ...cases] = readFileSync(process.argv[2], "utf8").split("<testcase ");
const bad = cases.filter((text) => /<(failure|error|skipped)\b/.test(text));
console.log(cases.length, bad.length);
