import { useQuery } from "@tanstack/react-query";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Progress } from "../ui/progress.tsx";
import { countingQuery } from "./queries.ts";
import { useWords } from "./words.ts";

/** How far the count of many ballots is, as it goes on. */
export function CountingProgress({ decision }: { decision: DecisionView }) {
  const { t, number } = useWords();
  const { data } = useQuery(countingQuery(decision));
  const of = data?.of ?? decision.ballotCount;
  const isRead = data?.counted === of;
  return (
    <div className="mt-3 w-full max-w-measure">
      <Progress
        label={t("counting.label")}
        done={data?.counted ?? 0}
        total={data === undefined || isRead ? null : of}
        text={t(
          data === undefined ? "counting.begins" : isRead ? "counting.all" : "counting.read",
          {
            read: number(data?.counted ?? 0),
            of: number(of),
          },
        )}
      />
    </div>
  );
}
