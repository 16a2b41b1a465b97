/** TeX to MathML, at build time. */
import temml from "temml";

/**
 * `\slot{name}` is a place that the page fills with a number or an index; `\sym{name}{..}` is a symbol that can be pointed at and
 * lights up.
 */
const macros = {
  "\\slot": "\\data{slot=#1}{\\text{0}}",
  "\\sym": "\\data{symbol=#1}{#2}",
};

/** Throws with Temml's sentence if the formula is not TeX. */
export function mathml(tex: string, display = false): string {
  const made = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    trust: true,
    annotate: false,
    macros: { ...macros },
  });
  return (
    made
      .replace(/<mtext data-slot="([^"]*)"[^>]*>0<\/mtext>/g, '<mn data-slot="$1"></mn>')
      // The page's content security policy has no inline styles; what is needed of them is in mathematics.css.
      .replaceAll('style="padding-left:1em;padding-right:0em;"', 'class="apart"')
      .replace(/ style="[^"]*"/g, "")
      .replace(/ class="tml-left" class="apart"/g, ' class="apart"')
      .replace(/ class="tml-[^"]*"/g, "")
      .replace(/<mrow>(<mrow>(?:(?!<mrow).)*?<\/mrow>)<\/mrow>/g, "$1")
  );
}
