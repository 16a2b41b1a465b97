/** Two networks on the same data from the same seed with one difference, trained in step. */
import { ArrowUpRight } from "lucide";
import { useEffect } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { Counts, Speed, Transport } from "../ControlBar";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { useInstruments } from "../instruments";
import { CompareCost } from "./CompareCost";
import { DifferenceSelect } from "./DifferenceSelect";
import { firstDifference } from "./differences";
import { Notes } from "./Notes";
import { Side } from "./Side";
import "../../styles/compare.css";

export function CompareView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { run, currentFrame, history, place, comparison, go, open, show } = usePlayground();
  const settings = place.value.other === "" ? firstDifference(experiment) : place.value.other;
  useInstruments({ layers: true, compare: { settings } });
  // The link says what is compared, so that it goes on meaning that.
  useEffect(() => go({ other: settings }), [settings]);
  // The planes show the outputs.
  useEffect(() => show(null), []);
  const other = comparison.other.value;
  const take = (link: string): void => {
    go({ view: "play", other: "" });
    open(link);
  };
  return (
    <>
      <section class="controls" aria-label="Training controls">
        <Transport seed={experiment.seed} limits={catalogue.limits.seed} />
        <Counts />
        <Speed />
        <DifferenceSelect catalogue={catalogue} experiment={experiment} settings={settings} />
      </section>
      <Notes catalogue={catalogue} />
      <div class="comparison">
        {run.value && <Side side="left" title="This network" catalogue={catalogue} run={run.value} moment={currentFrame} />}
        {other && (
          <Side side="right" title="The other" catalogue={catalogue} run={other} moment={comparison.moment}>
            <button
              type="button"
              class="quiet small"
              data-tip="Makes this network yours: its experiment opens in Play, from its beginning."
              onClick={() => take(other.link)}
            >
              Take this one <Icon of={ArrowUpRight} size={14} />
            </button>
          </Side>
        )}
        <CompareCost key={String(experiment.classes === 0)} left={history} right={comparison.history} />
      </div>
    </>
  );
}
