/** Finds the glossary's terms in a sentence. */

/** What stands between terms, or a term in the words of the sentence. */
type Piece = string | { term: string; words: string };

/** `forms` has the terms by every way of writing them. Plurals are found too, and capitals at the beginning of a sentence. */
export function finderOf(forms: Readonly<Record<string, string>>): (text: string) => Piece[] {
  // Of two that begin alike the longer one is meant: leaky ReLU, weight decay.
  const all = Object.keys(forms).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(${all.map(anyCapital).join("|")})(?:e?s)?(?![\\p{L}\\p{N}-])`, "gu");
  const termOf = (form: string): string => forms[form] ?? forms[form.charAt(0).toLowerCase() + form.slice(1)] ?? "";
  return (text) => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const { 0: words, 1: form = "", index } of text.matchAll(pattern)) {
      pieces.push(text.slice(end, index), { term: termOf(form), words });
      end = index + words.length;
    }
    return [...pieces, text.slice(end)];
  };
}

/** Names such as Adam keep their capital. */
const anyCapital = (form: string): string =>
  form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`);
