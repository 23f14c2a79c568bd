import * as panelRoom from "#db/schema/panel-room.ts";
import * as panels from "#db/schema/panels.ts";
import { type Area, by } from "./account-areas-store.ts";

/** What names somebody in panels. */
export const ofPanels: readonly Area[] = [
  by(["panels/called.json", "panels that you called for"], panels.panels, panels.panels.authorId),
  by(
    ["panels/volunteered.json", "panels that you volunteered for, with what you said of yourself"],
    panels.panelVolunteers,
    panels.panelVolunteers.participantId,
  ),
  by(
    ["panels/asked.json", "what you asked as a member of a panel"],
    panelRoom.panelQuestions,
    panelRoom.panelQuestions.askerId,
  ),
  by(
    ["panels/recommended.json", "what you put before a panel as one of its members"],
    panelRoom.panelRecommendations,
    panelRoom.panelRecommendations.authorId,
  ),
  by(
    ["panels/votes.json", "how you voted as a member of a panel"],
    panelRoom.panelVotes,
    panelRoom.panelVotes.participantId,
  ),
  {
    file: "panels/hearings.json",
    about: "panels that heard you as an expert, with what you said",
    table: panelRoom.panelExperts,
    of: [panelRoom.panelExperts.accountId],
    by: "account",
    without: ["tokenHash"],
  },
  {
    file: "panels/answers.json",
    about: "what you answered to panels as an expert",
    table: panelRoom.panelQuestions,
    of: [panelRoom.panelQuestions.expertId],
    by: "expert",
    // Who asked is told to the panel alone.
    without: ["askerId"],
  },
];
