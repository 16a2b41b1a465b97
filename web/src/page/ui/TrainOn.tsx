/** Opens the trainings that end by themselves, whose code comes when they are first opened. */
import { FastForward } from "lucide";
import { useRef } from "preact/hooks";
import type { Experiment } from "../../../../bindings/backprop";
import { usePlayground } from "./context";
import { Dropped } from "./Dropped";
import { explanations } from "./explanations";
import { Icon } from "./Icon";
import { useOpened } from "./use-opened";

const load = async () => (await import("./TrainFurther")).TrainFurther;

export function TrainOn({ experiment }: { experiment: Experiment }) {
  const { trainOn } = usePlayground();
  const box = useRef<HTMLDivElement>(null);
  const opened = useOpened(load);
  const face = (
    <>
      <Icon of={FastForward} /> Further
    </>
  );
  return (
    <Dropped
      button={{ class: "quiet", spot: "epochs to-the-end", tip: explanations.trainOn, face }}
      box={{ class: "train-on", role: "dialog", "aria-label": "Train further", ref: box }}
      opened={opened}
    >
      {opened.Part && (
        <opened.Part
          experiment={experiment}
          start={(epochs, rules) => {
            box.current?.hidePopover();
            trainOn(epochs, rules);
          }}
        />
      )}
    </Dropped>
  );
}
