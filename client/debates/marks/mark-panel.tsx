import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "#shared/contract/claims.ts";
import { type MarkKind, markKinds, mostMarks } from "#shared/contract/marks.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Fault } from "../../ui/fault.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Time } from "../../ui/time.tsx";
import { useDebate } from "../debate-context.ts";
import { useOutline } from "../outline/outline-context.ts";
import { useMark, useMarksAt } from "./queries.ts";

/** The marks that stand, each with who set it, and the way to take it away. */
function Standing({ claim }: { claim: Claim }) {
  const { t } = useTranslation("debates");
  const { me } = useDebate();
  const { can } = useOutline();
  const mark = useMark(claim.id);
  const marks = useMarksAt(claim.id);
  if (marks.length === 0) return null;
  return (
    <>
      <ul className="space-y-2">
        {marks.map(({ kind, by, at }) => (
          <li key={kind} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <span className="font-medium">{t(`mark.kind.${kind}`)}</span>{" "}
              <span className="text-sm text-muted">
                <bdi>{by.name}</bdi> · <Time value={at} />
              </span>
            </span>
            {(can.arrange || by.id === me?.id) && (
              <Button
                size="small"
                busy={mark.isPending}
                onClick={() => mark.mutate({ kind, isSet: false })}
              >
                {t("mark.takeAway")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Fault error={mark.error} />
    </>
  );
}

/** Says what should be mended about somebody else's claim. */
export function MarkPanel({ claim }: { claim: Claim }) {
  const { t } = useTranslation(["debates", "ui"]);
  const { leaveTask } = useOutline();
  const mark = useMark(claim.id);
  const marks = useMarksAt(claim.id);
  const [kind, setKind] = useState<MarkKind>();
  const left = markKinds.filter((one) => !marks.some((standing) => standing.kind === one));
  return (
    <div className="space-y-4">
      <Standing claim={claim} />
      <Form
        error={mark.error}
        onSubmit={() => kind && mark.mutate({ kind, isSet: true }, { onSuccess: leaveTask })}
        className="space-y-3!"
      >
        {marks.length < mostMarks ? (
          <RadioGroup
            label={t("mark.legend")}
            hint={t("mark.hint")}
            value={kind}
            choices={left.map((one) => ({
              value: one,
              label: t(`mark.kind.${one}`),
              hint: t(`mark.meaning.${one}`),
            }))}
            onChange={setKind}
          />
        ) : (
          <p className="text-muted">{t("mark.enough")}</p>
        )}
        <FormActions>
          {marks.length < mostMarks && (
            <Button
              type="submit"
              variant="primary"
              busy={mark.isPending}
              disabled={kind === undefined}
            >
              {t("mark.submit")}
            </Button>
          )}
          <Button variant="quiet" onClick={leaveTask}>
            {t("ui:close")}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
