import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LedgerWitnesses, setLedgerWitnesses } from "#shared/contract/ledger.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { TextArea } from "../ui/text-area.tsx";
import { Time } from "../ui/time.tsx";

function Editor({ communityId, witnesses }: WitnessesPanelProps) {
  const { t } = useTranslation("ledger");
  const cache = useQueryClient();
  const errorText = useErrorText();
  const [text, setText] = useState(witnesses.items.map((one) => one.verifierKey).join("\n"));
  const save = useMutation({
    mutationFn: (verifierKeys: string[]) =>
      call(setLedgerWitnesses, { params: { communityId }, body: { verifierKeys } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["ledger", communityId] }),
  });
  const keys = text.split(/\s+/).filter((key) => key !== "");
  return (
    <form
      className="max-w-measure space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(keys);
      }}
    >
      <TextArea
        label={t("witnesses.keys")}
        hint={t("witnesses.keys-hint")}
        rows={3}
        dir="ltr"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
        error={
          save.error ? (errorText(save.error).detail ?? errorText(save.error).title) : undefined
        }
      />
      <Button type="submit" busy={save.isPending}>
        {t("witnesses.save")}
      </Button>
      {save.isSuccess && <p role="status">{t("witnesses.saved")}</p>}
    </form>
  );
}

interface WitnessesPanelProps {
  communityId: string;
  witnesses: LedgerWitnesses;
}

/** Who watches from outside, and what they saw; owners choose them. */
export function WitnessesPanel({ communityId, witnesses }: WitnessesPanelProps) {
  const { t, i18n } = useTranslation("ledger");
  const { items, can } = witnesses;
  return (
    <div className="space-y-4">
      <p className="max-w-measure text-muted">{t("witnesses.lead")}</p>
      <ul className="space-y-2">
        {items.map(({ verifierKey, name, seen }) => (
          <li key={verifierKey} className="min-w-0">
            <bdi className="font-medium break-all">{name}</bdi>{" "}
            <span className="text-sm text-muted">
              {seen === null
                ? t("witnesses.never")
                : t("witnesses.seen", { size: seen.size.toLocaleString(i18n.language) })}{" "}
              {seen && <Time value={seen.time} />}
            </span>
          </li>
        ))}
      </ul>
      {can.change && <Editor communityId={communityId} witnesses={witnesses} />}
    </div>
  );
}
