import { useTranslation } from "react-i18next";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { Banner } from "../ui/banner.tsx";
import { absoluteOf } from "../ui/moments.ts";
import { shortfall } from "./shortfall.ts";
import type { Telling } from "./telling.ts";

interface Props {
  map: OpinionMap;
  telling: Telling;
}

/** Of when the map is, of whose answers, and, of the newest, that what came since is not lost. */
export function Standing({ map, telling, since }: Props & { since: number | null }) {
  const { i18n } = useTranslation();
  const { t, number } = telling;
  const time = absoluteOf(Date.parse(map.computedAt), i18n.language);
  return (
    <p role="status" className="text-sm text-muted tabular-nums">
      {t("standing.map", { time })}
      {since !== null && " · "}
      {since !== null &&
        (since > 0
          ? t("standing.since", { count: since, number: number(since) })
          : t("standing.nothing-since"))}
      <br />
      {t("standing.of", {
        people: number(map.peopleIn),
        all: number(map.people),
        answers: number(map.responses),
        statements: number(map.statementsIn),
      })}
      {map.wasBrokenOff && ` ${t("standing.broken-off")}`}
    </p>
  );
}

interface OwnProps extends Props {
  /** The reader may answer. */
  hasVoice: boolean;
}

/** Where the reader is, or what brings them onto the map. */
export function OwnStanding({ map, telling, hasVoice }: OwnProps) {
  const { you, groups, statementsIn } = map;
  const { t, number, groupName } = telling;
  if (!you || you.responses === 0) return hasVoice && <p>{t("you.none")}</p>;
  if (you.group !== null) return <p>{t("you.in-group", { group: groupName(you.group) })}</p>;
  if (you.leftOut) return <p className="max-w-measure">{t(`you.left-out-${you.leftOut}`)}</p>;
  const missing = Math.min(folkmoot.responsesToBeIn, statementsIn) - you.responses;
  if (missing > 0 && groups.length > 0)
    return <p>{t("you.few", { count: missing, number: number(missing) })}</p>;
  return <p>{t(groups.length > 0 ? "you.next-map" : "you.no-groups")}</p>;
}

interface UnclearProps extends Props {
  /** Somebody can still answer; otherwise nothing is promised of more answers. */
  takesAnswers: boolean;
}

/** Why there are no groups, and what is missing; nothing where there are some. */
export function wordsOfUnclear({ map, telling, takesAnswers }: UnclearProps): string | null {
  const { t, number, percent } = telling;
  if (map.obscurity === null) return null;
  const { people, answers } = shortfall(map);
  const part = takesAnswers ? "unclear" : "unclear-for-good";
  return people > 0
    ? t(`${part}.few-people`, { count: people, number: number(people), answers: number(answers) })
    : t(`${part}.${map.obscurity}`, {
        stability: percent(map.stability),
        floor: percent(folkmoot.stabilityFloor),
      });
}

/** The same in a box. */
export function Unclear(props: UnclearProps) {
  const { takesAnswers, telling } = props;
  const words = wordsOfUnclear(props);
  if (words === null) return null;
  return (
    <Banner tone="info">
      <strong className="font-semibold">
        {telling.t(takesAnswers ? "unclear.title" : "unclear-for-good.title")}
      </strong>
      <span className="mt-1 block">{words}</span>
    </Banner>
  );
}
