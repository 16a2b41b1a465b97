/** The mathematical font, cut to the characters that the page's formulas have; its MATH table stays. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import subsetFont from "subset-font";

/** Numbers and signs that formulas are filled with while the page runs. */
const always = "0123456789.,+−-()[]{}|=·∞…′ ";

/** What browsers draw for a single letter in <mi>: the slanted one of the mathematical alphabet. */
function slanted(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const from = (first: string, to: number): string => String.fromCodePoint(to + code - (first.codePointAt(0) ?? 0));
  if (letter === "h") return "ℎ";
  if (/[a-z]/.test(letter)) return from("a", 0x1d44e);
  if (/[A-Z]/.test(letter)) return from("A", 0x1d434);
  if (/[α-ω]/.test(letter)) return from("α", 0x1d6fc);
  if (/[Α-Ω]/.test(letter)) return from("Α", 0x1d6e2);
  if (letter === "∂") return "𝜕";
  return "";
}

/** The characters between the tags of MathML texts, and what is drawn for them. */
export function charactersOf(formulas: Iterable<string>): string {
  const characters = new Set(always);
  for (const formula of formulas) {
    // A root's sign is drawn without being written.
    if (/<m(sqrt|root)\b/.test(formula)) characters.add("√");
    for (const letter of formula
      .replace(/<[^>]*>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&")) {
      characters.add(letter);
      for (const drawn of slanted(letter)) characters.add(drawn);
    }
  }
  return [...characters].sort().join("");
}

export async function cutFont(font: string, formulas: Iterable<string>, target: string): Promise<void> {
  const cut = await subsetFont(await readFile(font), charactersOf(formulas), { targetFormat: "woff2" });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, cut);
}
