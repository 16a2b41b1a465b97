/** Which plane through the space of the weights is looked at, and how much of it. */
import { Dices } from "lucide";
import { formatCount } from "../../format";
import { type LayerSizes, parameterCount, parameterName } from "../../views/parameters";
import { Select, Slider } from "../fields";
import { Glossed } from "../glossed/Glossed";
import { Icon } from "../Icon";
import { type Cut, usualPair } from "./cuts";
import { reaches } from "./patch";

/** A list of more entries than these nobody reads to its end. */
const mostListed = 1000;

const kinds: readonly { name: Cut["kind"]; label: string }[] = [
  { name: "pair", label: "two weights" },
  { name: "random", label: "two random directions" },
  { name: "path", label: "the path's principal directions" },
];

const sentences: Record<Cut["kind"], string> = {
  pair: "To the right one weight or bias grows, upwards another; all others are what they are now.",
  random:
    "To the right and upwards all weights change together, in two random directions scaled to the size of each neuron's own weights.",
  path: "The two directions in which the way that training has come varies most: of all planes this one shows most of it.",
};

interface CutBarProps {
  cut: Cut;
  sizes: LayerSizes;
  reach: number;
  choose(cut: Cut): void;
  setReach(reach: number): void;
}

export function CutBar({ cut, sizes, reach, choose, setReach }: CutBarProps) {
  const select = (kind: string): void => {
    if (kind === "pair") choose(usualPair(sizes));
    else choose(kind === "random" ? { kind, seed: 1 } : { kind: "path" });
  };
  return (
    <section class="cut-bar" aria-label="What is looked at" data-spot="surface-weights">
      <Select
        label="Over"
        tip="Which two directions through the space of all weights and biases the picture has."
        value={cut.kind}
        options={kinds}
        onChange={select}
      />
      {cut.kind === "pair" && <Pair cut={cut} sizes={sizes} choose={choose} />}
      {cut.kind === "random" && (
        <button
          type="button"
          class="quiet"
          data-tip="Draws two other directions."
          onClick={() => choose({ kind: "random", seed: cut.seed + 1 })}
        >
          <Icon of={Dices} size={14} /> Other directions
        </button>
      )}
      <Slider
        label="Reach"
        tip="How far the picture reaches from its middle to each side: less to look closely, more to see the land around."
        value={Math.max(0, reaches.indexOf(reach))}
        text={`± ${reach}`}
        low={0}
        high={reaches.length - 1}
        step={1}
        onChange={(at) => setReach(reaches[at] ?? reach)}
      />
      <Glossed>
        <p class="sentence">{sentences[cut.kind]}</p>
      </Glossed>
    </section>
  );
}

interface PairProps {
  cut: Cut & { kind: "pair" };
  sizes: LayerSizes;
  choose(cut: Cut): void;
}

function Pair({ cut, sizes, choose }: PairProps) {
  const count = parameterCount(sizes);
  const listed = Array.from({ length: Math.min(count, mostListed) }, (_, at) => at);
  const optionsFor = (chosen: number, other: number) =>
    (listed.includes(chosen) ? listed : [...listed, chosen]).map((at) => ({
      name: String(at),
      label: parameterName(sizes, at),
      disabled: at === other,
    }));
  const more = count > mostListed ? `, of which the first ${formatCount(mostListed)} are listed` : "";
  return (
    <>
      <Select
        label="to the right →"
        tip={`The weight or bias that grows to the right, of all ${formatCount(count)}${more}.`}
        value={String(cut.first)}
        options={optionsFor(cut.first, cut.second)}
        onChange={(name) => choose({ ...cut, first: Number(name) })}
      />
      <Select
        label="upwards ↑"
        tip={`The weight or bias that grows upwards, of all ${formatCount(count)}${more}.`}
        value={String(cut.second)}
        options={optionsFor(cut.second, cut.first)}
        onChange={(name) => choose({ ...cut, second: Number(name) })}
      />
    </>
  );
}
