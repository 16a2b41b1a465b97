import { render } from "preact";
import "./styles/page.css";
import { startWorker } from "./client";
import { installHiddenTab } from "./hidden-tab";
import { installSpaceBar } from "./keyboard";
import { hasSimd } from "./simd";
import { keepAddress } from "./state/address";
import { createPlayground } from "./state/create-playground";
import type { Playground } from "./state/playground";
import { App } from "./ui/App";
import { awaitTooltip } from "./ui/first-tooltip";
import { installHiding } from "./ui/hiding";
import { keepAlive } from "./worker-link";

function start(root: HTMLElement): void {
  if (!hasSimd()) {
    document.getElementById("no-simd")?.removeAttribute("hidden");
    return;
  }
  const link = keepAlive(startWorker, (event) => playground.receive(event));
  const playground = createPlayground(link.send);
  keepAddress(playground);
  link.send({ type: "speed", iterationsPerSecond: playground.speed.peek() });
  // In a task of its own, so that a slow phone can scroll before.
  setTimeout(show, 0, root, playground);
}

function show(root: HTMLElement, playground: Playground): void {
  // What the HTML shows until now is what is rendered first; see index.html.
  root.replaceChildren();
  render(<App playground={playground} />, root);
  installHiding(playground);
  installHiddenTab(playground);
  installSpaceBar();
  awaitTooltip(playground);
}

const root = document.getElementById("app");
// In a task of its own: this one has all modules to evaluate.
if (root !== null) setTimeout(start, 0, root);
