import type { Panel } from "#shared/contract/panels.ts";

/** The way of a panel, as people see it. */
export const stations = ["registering", "computing", "drawing", "drawn", "seated"] as const;
export type Station = (typeof stations)[number];

/** Where a panel is: once all seats are taken it has arrived. */
export const stationOf = ({
  stage,
  accepted,
  seats,
}: Pick<Panel, "stage" | "accepted" | "seats">): Station =>
  stage === "drawn" && accepted >= seats ? "seated" : stage;
