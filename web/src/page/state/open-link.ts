/** Reads any link that the page can open: its own, and those of TensorFlow Playground. */
import { fieldLabels } from "../field-labels";
import { mostZoom } from "../views/plane-window";
import { type Place, readLink, start, unknownView } from "./place";
import { alwaysOpen } from "./seal";
import { readSight } from "./sight";

export interface ReadLink {
  place: Place;
  /** What the core reads. */
  settings: string;
  /** What the reader should know about it, a sentence each. */
  remarks: string[];
}

const isOurs = (name: string): boolean => Object.hasOwn(fieldLabels, name) || Object.hasOwn(start, name);

/** Whether a link has only names of ours: then there is no other way to read it. */
export const isOurLink = (link: string): boolean =>
  link === "" || link.split("&").every((pair) => isOurs(pair.split("=", 1)[0] ?? ""));

/** A link with other names; how TensorFlow Playground's are read is loaded for it. */
export async function readAnyLink(link: string): Promise<ReadLink> {
  if (isOurLink(link)) return readOurLink(link);
  const { isOthersLink, readOthersLink } = await import("./others-links");
  if (isOthersLink(link, isOurs)) {
    const { settings, hide, showsTest, discretize, remarks } = readOthersLink(link);
    const seal = showsTest ? alwaysOpen : start.seal;
    const place = { ...start, hide: hide.join(","), seal, discretize: discretize ? "true" : start.discretize };
    return { place, settings, remarks };
  }
  return readOurLink(link);
}

export function readOurLink(link: string): ReadLink {
  const { place, settings } = readLink(link);
  const unknown = unknownView(link);
  const remarks = unknown === "" ? [] : [`There is no view “${unknown}”; this is the first.`];
  if (readSight(place.sight) === null) {
    remarks.push(
      `“sight=${place.sight}” is no part of the plane: it takes x and y of its middle, from -1 to 1, and a zoom from 1 to ${mostZoom}, such as 0.5,-0.25,4. The whole plane is shown.`,
    );
    place.sight = start.sight;
  }
  return { place, settings, remarks };
}

/** The link in what somebody has pasted: an address with one, or the bare link; null if there is none. */
export function linkIn(pasted: string): string | null {
  const text = pasted.trim();
  const hash = text.indexOf("#");
  if (hash >= 0) return text.slice(hash + 1);
  return /^[\w.-]+=/.test(text) ? text : null;
}
