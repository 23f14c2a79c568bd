import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Fault } from "../../ui/fault.tsx";
import { useFindWellPut } from "./queries.ts";

interface WellPutProps {
  /** A claim, or a comment on it. */
  id: string;
  claimId: string;
  count: number;
  isMine: boolean;
  /** Whether the reader may: members, about what others said. */
  may: boolean;
}

/** Says that something is well put, whether one agrees with it or not. */
export function WellPut({ id, claimId, count, isMine, may }: WellPutProps) {
  const { t } = useTranslation("debates");
  const find = useFindWellPut({ id, claimId });
  const said = count === 0 ? t("wellPut.say") : t("wellPut.count", { count });
  if (!may) return count > 0 && <span className="text-sm text-muted">{said}</span>;
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon="star"
        aria-pressed={isMine}
        busy={find.isPending}
        onClick={() => find.mutate(!isMine)}
      >
        {said}
      </Button>
      <Fault error={find.error} />
    </>
  );
}
