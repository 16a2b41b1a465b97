/**
 * tex`\delta^l` is MathML in the running line, tex.display`..` on a line of its own. They are literals: the build puts the MathML
 * in their place (web/build/mathematics.ts), and nothing of this file is left.
 */
type Literal = (text: TemplateStringsArray) => string;

declare const made: Literal & { display: Literal };

export const tex: typeof made = Object.assign(
  () => {
    throw new Error("formulas are made at build time");
  },
  {
    display: () => {
      throw new Error("formulas are made at build time");
    },
  },
);
