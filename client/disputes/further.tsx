import { useTranslation } from "react-i18next";
import {
  type AppealGround,
  appealRuling,
  type Dispute,
  disputeLimits,
  signForDecision,
  withdrawSignature,
} from "#shared/contract/disputes.ts";
import { useDraft } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Fault } from "../ui/fault.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Progress } from "../ui/progress.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { useInCase } from "./queries.ts";
import { Part } from "./said.tsx";

interface FurtherProps {
  dispute: Dispute;
}

const grounds: readonly AppealGround[] = ["new-evidence", "fault-of-procedure"];
const emptyAppeal: { on: AppealGround | ""; text: string } = { on: "", text: "" };

/** Brings a ruling before a larger jury, once. */
export function AppealRuling({ dispute }: FurtherProps) {
  const { t } = useTranslation("disputes");
  const { communityId, id: disputeId, can, appealUntil } = dispute;
  const draft = useDraft(`dispute.${disputeId}.appeal`, emptyAppeal);
  const { on, text } = draft.value;
  const send = useInCase(
    () =>
      call(appealRuling, {
        params: { communityId, disputeId },
        body: { on: on === "" ? "new-evidence" : on, grounds: text },
      }),
    () => {
      draft.clear();
      toast({ title: t("appealRuling.sent"), tone: "good" });
    },
  );
  if (!can.appeal) return null;
  return (
    <Part
      id="appeal"
      title={t("appealRuling.title")}
      aside={appealUntil && <Countdown until={appealUntil} over={t("next.over")} />}
    >
      <p className="max-w-measure">{t("appealRuling.lead")}</p>
      <Form error={send.error} onSubmit={() => send.mutate()} className="max-w-measure">
        <RadioGroup
          name="on"
          label={t("appealRuling.on")}
          required
          value={on}
          onChange={(chosen) => draft.set({ on: chosen })}
          choices={grounds.map((value) => ({
            value,
            label: t(`ground.${value}`),
            hint: t(`groundHint.${value}`),
          }))}
        />
        <TextArea
          name="grounds"
          label={t("form.grounds")}
          hint={t("appealRuling.groundsHint")}
          required
          minLength={10}
          dir="auto"
          rows={5}
          limit={disputeLimits.grounds}
          value={text}
          onChange={(event) => draft.set({ text: event.target.value })}
        />
        <FormActions>
          <Button type="submit" variant="primary" busy={send.isPending}>
            {t("appealRuling.send")}
          </Button>
          <p className="text-sm text-muted">{t("kept")}</p>
        </FormActions>
      </Form>
    </Part>
  );
}

/** Members who ask that the community decides in place of the last jury. */
export function Signatures({ dispute }: FurtherProps) {
  const { t } = useTranslation("disputes");
  const { communityId, id: disputeId, signatures, mine, can, appealUntil } = dispute;
  const params = { communityId, disputeId };
  const sign = useInCase(() =>
    call(mine.hasSigned ? withdrawSignature : signForDecision, { params }),
  );
  if (!signatures) return null;
  const { count, needed } = signatures;
  return (
    <Part
      id="signatures"
      title={t("signatures.title")}
      aside={appealUntil && <Countdown until={appealUntil} over={t("next.over")} />}
    >
      <p className="max-w-measure">{t("signatures.lead", { needed })}</p>
      <div className="max-w-md">
        <Progress label={t("signatures.progress")} done={Math.min(count, needed)} total={needed} />
      </div>
      {can.sign && (
        <Button
          icon={mine.hasSigned ? "undo" : "edit"}
          variant={mine.hasSigned ? "secondary" : "primary"}
          busy={sign.isPending}
          onClick={() => sign.mutate()}
        >
          {t(mine.hasSigned ? "signatures.takeBack" : "signatures.sign")}
        </Button>
      )}
      <Fault error={sign.error} />
    </Part>
  );
}
