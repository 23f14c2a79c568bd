import { useMemo } from "react";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import { Figure } from "../../decisions/public.ts";
import { GroupMark } from "../../ui/group-mark.tsx";
import type { Telling } from "../telling.ts";
import { MapCanvas } from "./canvas.tsx";
import { spread } from "./piles.ts";
import { dotSize, type Scene } from "./scene.ts";
import { farOff } from "./viewport.ts";

interface MapProps {
  map: OpinionMap;
  telling: Telling;
  name: string;
}

/** What a map draws. It is made once for each map: people walk whenever there is another. */
function useScene(map: OpinionMap, { groupName, number, t }: Telling): Scene {
  const labels = map.groups
    .map((group) => `${groupName(group.number)} · ${number(group.people)}`)
    .join("\n");
  const you = t("map.you");
  return useMemo(() => {
    const { points, groups } = map;
    const places = (values: readonly number[]) =>
      Float64Array.from(values, (value) => value * points.step);
    const names = labels.split("\n");
    const people = { x: places(points.x), y: places(points.y) };
    const { aside, reach } = spread(people, dotSize(people.x.length));
    return {
      people: { ...people, aside },
      reach,
      numbers: points.group,
      groups: groups.map((group, at) => ({
        number: group.number,
        label: names[at] ?? "",
        outline: group.hull,
      })),
      own: map.you && { place: [map.you.x, map.you.y], label: you },
    };
  }, [map, labels, you]);
}

/** Which mark is which group, how large it is, and which is one's own. */
function Legend({ map, telling }: Omit<MapProps, "name">) {
  const { t, number, percent, groupName } = telling;
  if (map.groups.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-wrap gap-x-6 gap-y-1.5 text-sm" aria-label={t("groups.title")}>
      {map.groups.map((group) => (
        <li key={group.number} className="flex items-center gap-2">
          <GroupMark index={group.number} name={groupName(group.number)} />
          <span className="text-muted tabular-nums">
            {t("groups.size", {
              count: group.people,
              number: number(group.people),
              percent: percent(group.people / Math.max(1, map.peopleIn)),
            })}
          </span>
          {map.you?.group === group.number && (
            <span className="font-semibold text-accent">{t("map.you")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Everybody as a mark, the groups around them, and the reader. */
export function MapFigure({ map, telling, name }: MapProps) {
  const { t, number, percent, groupName } = telling;
  const scene = useScene(map, telling);
  const far = useMemo(() => farOff(scene.people), [scene.people]);
  return (
    <Figure
      title={t("map.title")}
      name={`${name} ${t("map.title")}`}
      rows={map.groups}
      keyOf={(group) => `${group.number}`}
      columns={[
        { id: "group", header: t("column.group"), cell: (group) => groupName(group.number) },
        {
          id: "people",
          header: t("column.people"),
          cell: ({ people }) => number(people),
          plain: ({ people }) => people,
        },
        {
          id: "share",
          header: t("column.share"),
          cell: ({ people }) => percent(people / Math.max(1, map.peopleIn)),
        },
        {
          id: "stability",
          header: t("column.stability"),
          cell: ({ stability }) => percent(stability),
          plain: ({ stability }) => stability,
        },
      ]}
      caption={t("map.caption")}
    >
      <Legend map={map} telling={telling} />
      <MapCanvas
        scene={scene}
        label={t("map.label", { count: map.peopleIn, people: number(map.peopleIn) })}
      >
        {far > 0 && <p>{t("map.far-off", { number: number(far) })}</p>}
        <p className="text-muted pointer-coarse:hidden">{t("map.hint")}</p>
        <p className="text-muted pointer-fine:hidden">{t("map.hint-touch")}</p>
      </MapCanvas>
    </Figure>
  );
}
