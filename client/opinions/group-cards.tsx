import { type ReactNode, useId } from "react";
import type { MapGroup, OpinionMap } from "#shared/contract/opinions.ts";
import { Card } from "../ui/card.tsx";
import { GroupMark } from "../ui/group-mark.tsx";
import { type Said, SentenceList } from "./sentence-list.tsx";
import type { Telling } from "./telling.ts";
import { noneOf } from "./unseen.tsx";

interface CardsProps {
  map: OpinionMap;
  telling: Telling;
  sentences: readonly Said[];
  /** What the reader may do about a group's name. */
  tools?: (group: MapGroup) => ReactNode;
}

/** How often two people of a group stay together when people are drawn anew, in a word. */
const firmnessOf = (stability: number): string =>
  stability >= 0.9 ? "firm" : stability >= 0.75 ? "fair" : "loose";

const mostShared = 2;

function GroupCard({ group, map, telling, sentences, tools }: CardsProps & { group: MapGroup }) {
  const { t, number, percent, groupName } = telling;
  const id = useId();
  const apart = sentences.filter(
    (said) => said.kind === "typical" && said.group.group === group.number,
  );
  const shared = sentences.filter(({ kind }) => kind === "bridge").slice(0, mostShared);
  return (
    <Card as="li" aria-labelledby={id}>
      <h4 id={id} className="flex flex-wrap items-center gap-x-3 text-lg">
        <GroupMark index={group.number} size={24} name={groupName(group.number)} />
        {map.you?.group === group.number && (
          <span className="text-sm font-semibold text-accent">{t("groups.you")}</span>
        )}
      </h4>
      <p className="mt-1 text-sm text-muted">
        {t("groups.size", {
          count: group.people,
          number: number(group.people),
          percent: percent(group.people / Math.max(1, map.peopleIn)),
        })}
        {" · "}
        {t(`groups.${firmnessOf(group.stability)}`, { percent: percent(group.stability) })}
      </p>
      {tools?.(group)}
      <h5 className="mt-4 mb-2 text-sm font-semibold">{t("groups.apart")}</h5>
      <SentenceList map={map} telling={telling} sentences={apart} none={t("groups.no-apart")} />
      <h5 className="mt-5 mb-2 text-sm font-semibold">{t("groups.shared")}</h5>
      <SentenceList
        map={map}
        telling={telling}
        sentences={shared}
        none={noneOf(map, telling, t("groups.no-shared"))}
      />
    </Card>
  );
}

/** Each group with what sets it apart, and what it shares with the others. */
export function GroupCards(props: CardsProps) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {props.map.groups.map((group) => (
        <GroupCard key={group.number} group={group} {...props} />
      ))}
    </ul>
  );
}
