import { SlidersHorizontal } from "lucide";
import { usePlayground } from "./context";
import { DialogButton } from "./DialogButton";
import { explanations } from "./explanations";
import { Icon } from "./Icon";
import { fields, moreSpots } from "./more-fields";

/** How many of the settings in there are not as usual: the link names those. */
function countChanged(link: string): number {
  const names: readonly string[] = fields;
  return [...new URLSearchParams(link).keys()].filter((name) => name !== "seed" && names.includes(name)).length;
}

export function MoreSettings() {
  const changed = countChanged(usePlayground().run.value?.link ?? "");
  return (
    <DialogButton tip={explanations.more} spot={moreSpots} load={async () => (await import("./MoreDialog")).MoreDialog}>
      <Icon of={SlidersHorizontal} size={14} /> More{changed > 0 && <span class="badge"> {changed} changed</span>}
    </DialogButton>
  );
}
