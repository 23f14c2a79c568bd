import { isMember, type Standing } from "../platform/actor.ts";
import type { PanelRow, VolunteerRow } from "./store.ts";

type Stage = Pick<PanelRow, "stage">;

/** Owners call panels, and end registration. */
export const mayManagePanels = (standing: Standing): boolean => standing.role === "owner";

/** Members volunteer for as long as the list is open. */
export const mayVolunteer = (standing: Standing, { stage }: Stage): boolean =>
  isMember(standing) && stage === "registering";

/** Whoever was drawn and has not declined says whether they sit. */
export const mayAnswer = (mine: Pick<VolunteerRow, "seat"> | undefined): boolean =>
  mine?.seat === "invited" || mine?.seat === "accepted";

/** Who was drawn is for owners, and for those who were drawn themselves. */
export const maySeeSeats = (
  standing: Standing,
  mine: Pick<VolunteerRow, "seat"> | undefined,
): boolean => mayManagePanels(standing) || mayAnswer(mine);
