/** One norm of every layer, epoch by epoch. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { formatNumber } from "../../format";
import { NormChart, type NormSeries } from "../../views/norm-chart";
import { useDescription } from "../Canvas";
import { palette } from "../palette";

interface NormsByEpochProps {
  series: NormSeries;
  /** "‖δ‖" */
  name: string;
  chosen: number;
}

export function NormsByEpoch({ series, name, chosen }: NormsByEpochProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<NormChart | null>(null);
  const last = series.norms.length;
  const colours = palette.value;

  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = new NormChart(element, last, palette.peek());
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize(element.clientWidth, element.clientHeight));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [last]);
  useLayoutEffect(() => chart.current?.recolour(colours), [colours]);
  useLayoutEffect(() => chart.current?.draw(series, chosen), [last, series, chosen]);

  useDescription(place, () => {
    const ends = series.norms.map(
      (norms, i) => `layer ${i + 1} ${formatNumber(norms[0] ?? Number.NaN)} to ${formatNumber(norms.at(-1) ?? Number.NaN)}`,
    );
    return `${name} by epoch, from ${series.epochs[0] ?? 0} to ${Math.floor(series.epochs.at(-1) ?? 0)}: ${ends.join("; ")}`;
  });
  return <div class="chart" ref={place} role="img" />;
}
