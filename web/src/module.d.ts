/** The one door to what the C++ build makes; vite.config.ts says where it lies. */
declare module "@backprop/backprop.mjs" {
  export { default } from "../../bindings/backprop";
}
declare module "@backprop/*.wasm?url" {
  const url: string;
  export default url;
}
declare module "*.css";

declare module "virtual:catalogue" {
  /** MathML by TeX, of every formula in the catalogue. */
  export const formulas: Readonly<Record<string, string>>;
}

declare module "virtual:lessons" {
  /** In their order. */
  const lessons: readonly import("./page/lessons/lesson").LessonEntry[];
  export default lessons;
}

declare module "virtual:glossary" {
  /** Alphabetically. */
  const glossary: readonly import("./page/lessons/lesson").GlossaryEntry[];
  export default glossary;
}

declare module "virtual:terms" {
  /** The glossary's terms by every way of writing them: "saturated" is written for saturation. */
  const forms: Readonly<Record<string, string>>;
  export default forms;
}
