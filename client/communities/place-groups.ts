import type { LinkProps } from "@tanstack/react-router";
import type { IconName } from "../ui/icons.tsx";

/** A page of a community, called by its word in the texts of communities. */
export interface Place {
  to: NonNullable<LinkProps["to"]>;
  word: string;
  icon: IconName;
  /** The first page, whose address is the beginning of all others. */
  exact?: boolean;
  /** Pages that belong to it, and whose addresses begin otherwise. */
  also?: readonly NonNullable<LinkProps["to"]>[];
}

/** Pages that answer one question; on the upper row stands the group, on the lower one its pages. */
export interface PlaceGroup {
  word: string;
  icon: IconName;
  places: readonly [Place, ...Place[]];
}

const overview = [
  { to: "/c/$slug", word: "placeGroups.debates", icon: "statement", exact: true },
  { to: "/c/$slug/topics", word: "topics", icon: "tag" },
] as const;

const people = [
  { to: "/c/$slug/members", word: "members.title", icon: "people" },
  { to: "/c/$slug/representation", word: "representation", icon: "chart" },
  { to: "/c/$slug/panels", word: "panels", icon: "rings" },
] as const;

const power = [
  { to: "/c/$slug/power", word: "placeGroups.whoDecides", icon: "chart" },
  { to: "/c/$slug/delegations", word: "delegation", icon: "delegate" },
  { to: "/c/$slug/holdings", word: "holdings", icon: "table" },
] as const;

const money = [
  { to: "/c/$slug/funding", word: "funding", icon: "outcome" },
  { to: "/c/$slug/treasury", word: "treasury", icon: "table" },
] as const;

const followUp = [
  { to: "/c/$slug/commitments", word: "commitments", icon: "check" },
  {
    to: "/c/$slug/systems",
    word: "systems",
    icon: "screen",
    also: ["/c/$slug/incidents/$incidentId", "/c/$slug/incident-terms"],
  },
  { to: "/c/$slug/health", word: "health", icon: "activity" },
] as const;

/** What a community does, in the order of its work: it talks, decides, pays, and keeps what it promised. */
export const placeGroups: readonly PlaceGroup[] = [
  { word: "overview", icon: "statement", places: overview },
  { word: "placeGroups.people", icon: "people", places: people },
  { word: "power", icon: "chart", places: power },
  { word: "placeGroups.money", icon: "outcome", places: money },
  { word: "placeGroups.followUp", icon: "check", places: followUp },
];
