/** The promised runs of runs.txt, which the core's own tests read as well. */
import { readFileSync } from "node:fs";

export interface GoldenRun {
  /** An experiment's whole text: what link() gives for it. */
  settings: string;
  epochs: number;
  /** Of the parameters after that many epochs. */
  fingerprint: string;
}

export function readGoldenRuns(): GoldenRun[] {
  const lines = readFileSync(new URL("runs.txt", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const match = /^(\S+) (\d+) ([0-9a-f]{16})$/.exec(line);
    if (!match) throw new Error(`tests/golden/runs.txt: not "settings epochs fingerprint": ${line}`);
    const [, settings = "", epochs = "", fingerprint = ""] = match;
    return { settings, epochs: Number(epochs), fingerprint };
  });
}
