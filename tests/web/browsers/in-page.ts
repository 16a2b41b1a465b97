/** Functions that run in the page, whole: what they use has to be inside them. */

/** Waits for the run that the page opens with. */
export async function firstRun(): Promise<void> {
  const shown = (): boolean => /^[0-9a-f]{16}$/.test(document.getElementById("fingerprint")?.textContent ?? "");
  for (const begin = performance.now(); !shown(); await new Promise((resolve) => setTimeout(resolve, 5)))
    if (performance.now() - begin > 20_000) throw new Error(`The page shows no run: ${document.body.innerText}`);
}

/**
 * Puts settings into the address, presses "1 epoch" that often and gives the fingerprint of the end. All in one go, because
 * every question from outside takes longer than an epoch.
 */
export async function trainFromLink(settings: string, epochs: number): Promise<string> {
  const text = (id: string): string => (document.getElementById(id)?.textContent ?? "").replaceAll(",", "");
  const until = async (state: string, reached: () => boolean): Promise<void> => {
    for (const begin = performance.now(); !reached(); await new Promise((resolve) => setTimeout(resolve, 5)))
      if (performance.now() - begin > 20_000)
        throw new Error(`${state} was not reached: epoch ${text("epoch")}, address ${location.hash}`);
  };
  // When the page has opened a link it puts it in its proper form, without the first "&": what is pressed from then on is for this
  // run. That its epoch 0 is shown as well keeps the last run's end from being taken for this one's.
  location.hash = `&${settings}`;
  await until("the link's run", () => location.hash === `#${settings}` && text("epoch") === "0");
  const button = [...document.querySelectorAll("button")].find((candidate) => candidate.textContent?.trim() === "1 epoch");
  for (let i = 0; i < epochs; i++) button?.click();
  await until(`epoch ${epochs}`, () => text("epoch") === String(epochs));
  return text("fingerprint");
}

/** Whether the plane has blue and orange pixels. */
export async function canvasColours(): Promise<{ blue: boolean; orange: boolean }> {
  const colours = { blue: false, orange: false };
  for (const begin = performance.now(); performance.now() - begin < 10_000; ) {
    const canvas = document.querySelector<HTMLCanvasElement>(".plane canvas");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    for (let i = 0; i < pixels.length; i += 4) {
      const excess = (pixels[i + 2] as number) - (pixels[i] as number);
      if (excess > 50) colours.blue = true;
      if (excess < -50) colours.orange = true;
    }
    if (colours.blue && colours.orange) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return colours;
}

/** Puts a link into the address; whether the first canvas in the part of the view named by a selector then has a picture, and what the page complains of. */
export async function seenIn(link: string, part: string): Promise<{ drawn: boolean; underlined: boolean; complaint: string }> {
  location.hash = link;
  const seen = { drawn: false, underlined: false, complaint: "" };
  for (const begin = performance.now(); performance.now() - begin < 10_000; ) {
    const canvas = document.querySelector<HTMLCanvasElement>(`main ${part} canvas`);
    const pixels = canvas?.width ? canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data : undefined;
    const colours = new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0)));
    const term = document.querySelector("main a.term");
    seen.drawn = colours.size > 2;
    seen.underlined = term !== null && getComputedStyle(term).textDecorationLine === "underline";
    if (seen.drawn && seen.underlined) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  seen.complaint = document.querySelector(".notice")?.textContent ?? "";
  return seen;
}
