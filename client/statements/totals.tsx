import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { debateRoom } from "#shared/contract/event.ts";
import { responsesCounted } from "#shared/contract/statements.ts";
import { on } from "../lib/realtime.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { useRoom } from "../lib/use-room.ts";
import { totalsQuery } from "./queries.ts";

/** How much was said by how many, visitors apart, as it grows. It says nothing of which side is ahead. */
export function Totals({ ids }: { ids: DebateIds }) {
  const { t, i18n } = useTranslation("statements");
  const queries = useQueryClient();
  const { queryKey } = totalsQuery(ids);
  const { data } = useQuery(totalsQuery(ids));
  useRoom(debateRoom(ids), [
    on(responsesCounted, ({ responses, people, visitors }) => {
      queries.setQueryData(queryKey, { responses, people, visitors });
    }),
  ]);
  const number = (value: number) => value.toLocaleString(i18n.language);
  if (!data) return <p className="min-h-5 text-sm" />;
  const { people, visitors } = data;
  const responses = data.responses + (visitors?.responses ?? 0);
  return (
    <p className="min-h-5 text-sm text-muted tabular-nums">
      {t("totals.responses", { count: responses, number: number(responses) })}
      {" · "}
      {t(visitors ? "totals.members" : "totals.people", { count: people, number: number(people) })}
      {visitors && (
        <>
          {" · "}
          {t("totals.visitors", { count: visitors.people, number: number(visitors.people) })}
        </>
      )}
    </p>
  );
}
