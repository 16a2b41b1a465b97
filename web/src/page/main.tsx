import { render } from "preact";
import "uplot/dist/uPlot.min.css";
import "./styles/page.css";
import { startWorker } from "./client";
import { installSpaceBar } from "./keyboard";
import { hasSimd } from "./simd";
import { keepAddress } from "./state/address";
import { createPlayground } from "./state/playground";
import { App } from "./ui/App";
import { installHiding } from "./ui/hiding";
import { installTooltip } from "./ui/tooltip";

function start(root: HTMLElement): void {
  if (!hasSimd()) {
    document.getElementById("no-simd")?.removeAttribute("hidden");
    return;
  }
  const client = startWorker((event) => playground.receive(event));
  const playground = createPlayground(client.send);
  root.replaceChildren();
  render(<App playground={playground} />, root);
  client.send({ type: "speed", iterationsPerSecond: playground.speed.peek() });
  keepAddress(playground);
  installHiding(playground);
  installSpaceBar();
  installTooltip();
}

const root = document.getElementById("app");
if (root !== null) start(root);
