import { Link } from "@tanstack/react-router";
import type { MapGroup, OpinionMap } from "#shared/contract/opinions.ts";
import { GroupMark } from "../../ui/group-mark.tsx";
import { Part } from "../part.tsx";
import type { Said } from "../sentence-list.tsx";
import { sentencesOfMap } from "../sentences-of-map.ts";
import { StatementWords } from "../statement-words.tsx";
import type { Telling } from "../telling.ts";
import { noneOf } from "../unseen.tsx";

interface FindingsProps {
  map: OpinionMap;
  telling: Telling;
}

/** Where a statement stands in the report's table. */
export const anchorOf = (number: number) => `statement-${number}`;

/** One sentence: who says what, to which statement, and where its numbers are. */
function Finding({ said, map, telling }: FindingsProps & { said: Said }) {
  const id = map.statements[said.statement]?.statementId ?? "";
  const number = said.statement + 1;
  return (
    <li className="max-w-measure tabular-nums">
      {telling.sentence(said, "report.lead")}{" "}
      {/* The marks go with the words, whichever way these run. */}
      <bdi lang={telling.languageOf(id)} className="font-serif">
        {telling.isComing(id) ? (
          <StatementWords id={id} telling={telling} />
        ) : (
          <q>{telling.words(id)}</q>
        )}
      </bdi>{" "}
      <Link
        to="."
        search={true}
        hash={anchorOf(number)}
        className="link"
        aria-label={telling.t("report.cited", { number: telling.number(number) })}
      >
        [{telling.number(number)}]
      </Link>
    </li>
  );
}

function FindingList({ all, none, ...shared }: FindingsProps & { all: Said[]; none: string }) {
  if (all.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="list-disc space-y-2 ps-5">
      {all.map((said) => (
        <Finding key={`${said.kind} ${said.statement}`} said={said} {...shared} />
      ))}
    </ul>
  );
}

function GroupFindings({
  group,
  all,
  ...shared
}: FindingsProps & { group: MapGroup; all: Said[] }) {
  const { map, telling } = shared;
  const { t, number, percent, groupName } = telling;
  return (
    <section className="space-y-2">
      <h4 className="flex flex-wrap items-center gap-x-3">
        <GroupMark index={group.number} name={groupName(group.number)} />
        <span className="text-sm text-muted">
          {t("groups.size", {
            count: group.people,
            number: number(group.people),
            percent: percent(group.people / Math.max(1, map.peopleIn)),
          })}
        </span>
      </h4>
      <FindingList {...shared} all={all} none={t("groups.no-apart")} />
    </section>
  );
}

/** All that the numbers bear, kind by kind; of groups only where there are some. */
export function Findings({ map, telling }: FindingsProps) {
  const { t } = telling;
  const shared = { map, telling };
  const all = sentencesOfMap(map).filter((one): one is Said => one.kind !== "no-groups");
  const ofKind = (kind: Said["kind"]) => (
    <Part title={t(`list.${kind}.title`)} lead={t(`list.${kind}.lead`)}>
      <FindingList
        {...shared}
        all={all.filter((said) => said.kind === kind)}
        none={noneOf(map, telling, t(`list.${kind}.none`))}
      />
    </Part>
  );
  return (
    <div className="space-y-10">
      {map.groups.length > 1 && (
        <>
          {ofKind("bridge")}
          {ofKind("divide")}
          <Part title={t("groups.title")} lead={t("groups.lead")}>
            <div className="space-y-6">
              {map.groups.map((group) => (
                <GroupFindings
                  key={group.number}
                  {...shared}
                  group={group}
                  all={all.filter(
                    (said) => said.kind === "typical" && said.group.group === group.number,
                  )}
                />
              ))}
            </div>
          </Part>
        </>
      )}
      {ofKind("majority")}
      {ofKind("uncertain")}
    </div>
  );
}
