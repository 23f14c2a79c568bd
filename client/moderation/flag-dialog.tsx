import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CharterRule } from "#shared/contract/communities.ts";
import { flagContent, maxNoteLength, type OwnFlag } from "#shared/contract/flags.ts";
import type { FlagKind, Subject } from "#shared/contract/moderated.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Fault } from "../ui/fault.tsx";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { usePlace } from "./place.tsx";
import { communityQuery, flagsQuery, moderationKey } from "./queries.ts";
import { useWithdrawFlag } from "./use-withdraw-flag.ts";
import { useRuleText } from "./words.ts";

interface FlagDialogProps {
  subject: Subject;
  onClose: () => void;
}

/** One's own flag that waits: what it says, and the way back. */
function OpenFlag({ flag, onClose }: { flag: OwnFlag; onClose: () => void }) {
  const { t } = useTranslation("moderation");
  const { communityId } = usePlace();
  const ruleText = useRuleText();
  const withdraw = useWithdrawFlag(communityId);
  const takeBack = () =>
    withdraw.mutate(flag.id, {
      onSuccess: () => {
        toast({ title: t("flag.takenBack") });
        onClose();
      },
    });
  return (
    <div className="space-y-4">
      <p>
        {t("flag.yours")} <Time value={flag.createdAt} />
      </p>
      <p className="font-medium">{ruleText(flag.rule)}</p>
      {flag.note && (
        <p dir="auto" className="border-s-2 border-line ps-3 whitespace-pre-wrap">
          {flag.note}
        </p>
      )}
      <p className="text-muted">{t("flag.next")}</p>
      <Fault error={withdraw.error} />
      <Button icon="undo" busy={withdraw.isPending} onClick={takeBack}>
        {t("flag.takeBack")}
      </Button>
    </div>
  );
}

interface RuleChoiceProps {
  rules: readonly CharterRule[];
  value: string;
  onChange: (rule: string) => void;
}

function RuleChoice({ rules, value, onChange }: RuleChoiceProps) {
  const { t } = useTranslation("moderation");
  const ruleText = useRuleText();
  return (
    <RadioGroup
      name="rule"
      required
      label={t("flag.rule")}
      value={value}
      onChange={onChange}
      choices={rules.map((one) => ({
        value: String(one.number),
        label: ruleText(one),
        hint: one.text !== "" && (
          <span className="line-clamp-3">
            <bdi>{one.text}</bdi>
          </span>
        ),
      }))}
    />
  );
}

interface FlagFormProps extends FlagDialogProps {
  rules: readonly CharterRule[];
}

function FlagForm({ subject, rules, onClose }: FlagFormProps) {
  const { t } = useTranslation("moderation");
  const { communityId } = usePlace();
  const queries = useQueryClient();
  const [rule, setRule] = useState("");
  const [kind, setKind] = useState<FlagKind>("rule");
  const [note, setNote] = useState("");
  const send = useMutation({
    mutationFn: () =>
      call(flagContent, {
        params: { communityId },
        body: { subject, kind, rule: Number(rule), note },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: moderationKey(communityId) });
      toast({ title: t("flag.sent"), detail: t("flag.next"), tone: "good" });
      onClose();
    },
  });
  return (
    <Form error={send.error} onSubmit={() => send.mutate()}>
      <RuleChoice rules={rules} value={rule} onChange={setRule} />
      <Checkbox
        label={t("flag.illegal")}
        hint={t("flag.illegalHint")}
        checked={kind === "illegal"}
        onChange={(event) => setKind(event.target.checked ? "illegal" : "rule")}
      />
      <TextArea
        name="note"
        label={t(kind === "illegal" ? "flag.whichLaw" : "flag.note")}
        hint={t("flag.noteHint")}
        required={kind === "illegal"}
        limit={maxNoteLength}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="text-sm text-muted">{t("flag.next")}</p>
      <SubmitOrCancel label={t("flag.send")} icon="flag" busy={send.isPending} onCancel={onClose} />
    </Form>
  );
}

/** Reports something under a rule of the charter; or shows the report that one has made. */
export function FlagDialog({ subject, onClose }: FlagDialogProps) {
  const { t } = useTranslation("moderation");
  const { communityId, slug } = usePlace();
  const community = useQuery(communityQuery(slug));
  const flags = useInfiniteQuery(flagsQuery(communityId, subject.id));
  const own = flags.data?.pages.flatMap(({ items }) => items);
  const open = own?.find(({ outcome }) => outcome === "open");
  const rules = community.data?.charter ?? [];
  return (
    <Dialog open onClose={onClose} title={t(open ? "flag.own" : "flag.title")}>
      <Loaded query={flags}>
        {() => {
          if (open) return <OpenFlag flag={open} onClose={onClose} />;
          if (rules.length === 0) return <p>{t("flag.noRules")}</p>;
          return <FlagForm subject={subject} rules={rules} onClose={onClose} />;
        }}
      </Loaded>
    </Dialog>
  );
}
