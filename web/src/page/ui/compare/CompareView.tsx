/** Two networks on the same data from the same seed with one difference, trained in step. */
import { ArrowUpRight } from "lucide";
import { useEffect, useMemo } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { Counts, Speed, Transport } from "../ControlBar";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { useInstruments } from "../instruments";
import { CaseSelect } from "./CaseSelect";
import { Curves } from "./Curves";
import { casePairs } from "./case-pairs";
import { DifferenceSelect } from "./DifferenceSelect";
import { firstDifference } from "./differences";
import { Notes } from "./Notes";
import { Side } from "./Side";
import "../../styles/lens.css";
import "../../styles/compare.css";
import "../../styles/compare-sizes.css";

export function CompareView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { run, currentFrame, plane, history, place, comparison, arrange, open } = usePlayground();
  const settings = place.value.other === "" ? firstDifference(experiment) : place.value.other;
  useInstruments({ layers: true, compare: { settings } });
  // The link says what is compared, so that it goes on meaning that.
  useEffect(() => {
    if (place.peek().other === "") arrange({ place: { other: settings } });
  }, [settings]);
  const pairs = useMemo(() => casePairs(catalogue), [catalogue]);
  const current = pairs.find((pair) => pair.other === settings && pair.left.settings === run.value?.link);
  const left = run.value && { run: run.value, moment: currentFrame, plane };
  const right = comparison.other.value && { run: comparison.other.value, moment: comparison.moment, plane: comparison.plane };
  return (
    <>
      <section class="controls" aria-label="Training controls">
        <Transport experiment={experiment} limits={catalogue.limits.seed} />
        <Counts />
        <Speed />
        <DifferenceSelect catalogue={catalogue} experiment={experiment} settings={settings} />
        <CaseSelect pairs={pairs} current={current} />
      </section>
      <Notes catalogue={catalogue} current={current} />
      <div class="comparison">
        {left && <Side side="left" title="This network" catalogue={catalogue} own={left} beside={right} />}
        {right && (
          <Side side="right" title="The other" catalogue={catalogue} own={right} beside={left}>
            <button
              type="button"
              class="quiet small"
              data-tip="Makes this network yours: its experiment opens in Play, from its beginning."
              onClick={() => open(right.run.link, { view: "play", other: "" })}
            >
              Take this one <Icon of={ArrowUpRight} size={14} />
            </button>
          </Side>
        )}
        <Curves
          left={{ moment: currentFrame, history }}
          right={{ moment: comparison.moment, history: comparison.history }}
          phase={place.value.phase}
        />
      </div>
    </>
  );
}
