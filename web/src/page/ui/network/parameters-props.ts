import type { RefObject } from "preact";
import type { NetworkLayout } from "../../views/network-layout";
import type { ParameterPlace } from "../../views/parameters";
import type { Named } from "./names";

/** What the cards and editors of parameters are given. */
export interface ParametersProps extends Named {
  layout: NetworkLayout;
  /** The drawing's sheet, from which places in the layout are measured. */
  sheet: RefObject<HTMLElement | null>;
  /** The one in the drawing at which the keyboard is. */
  keyboard: ParameterPlace | null;
  /** It goes to that one. */
  standAt(place: ParameterPlace): void;
}
