import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Side } from "#shared/contract/claims.ts";
import { Form } from "../../../ui/form.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import type { Target } from "../find-targets.ts";
import { DeedActions, type DeedFormProps } from "./deed-actions.tsx";
import { TargetPicker } from "./target-picker.tsx";

interface PlaceFormProps extends DeedFormProps {
  kind: "moved" | "linked";
}

/** Where a claim shall stand, and for which side it speaks there. */
export function PlaceForm({ kind, ...form }: PlaceFormProps) {
  const { t } = useTranslation(["debates", "ui"]);
  const { node, error, onSend } = form;
  const [target, setTarget] = useState<Target | null>(null);
  const [side, setSide] = useState<Side>(node.edge.side);
  const send = () => {
    if (!target) return;
    const body = { target: { kind: target.kind, id: target.id }, side };
    if (kind === "linked") onSend({ kind, claimId: node.claim.id, body });
    else onSend({ kind, edgeId: node.edge.id, body: { ...body, from: node.edge.targetId } });
  };
  return (
    <Form error={error} onSubmit={send} className="space-y-4!">
      <p className="max-w-measure text-sm text-muted">{t(`arrange.lead.${kind}`)}</p>
      <TargetPicker node={node} label={t("arrange.where")} value={target} onChange={setTarget} />
      <RadioGroup
        label={t("arrange.side")}
        value={side}
        choices={[
          { value: "pro", label: t("ui:side.pro") },
          { value: "con", label: t("ui:side.con") },
        ]}
        onChange={setSide}
      />
      <DeedActions label={t(`arrange.submit.${kind}`)} form={form} disabled={target === null} />
    </Form>
  );
}

/** Which claim says the same. */
export function MergeForm(form: DeedFormProps) {
  const { t } = useTranslation("debates");
  const { node, error, onSend } = form;
  const [target, setTarget] = useState<Target | null>(null);
  const send = () => {
    if (target) onSend({ kind: "merged", claimId: node.claim.id, body: { into: target.id } });
  };
  return (
    <Form error={error} onSubmit={send} className="space-y-4!">
      <p className="max-w-measure text-sm text-muted">{t("arrange.lead.merged")}</p>
      <TargetPicker
        node={node}
        claimsOnly
        label={t("arrange.sameAs")}
        value={target}
        onChange={setTarget}
      />
      <DeedActions label={t("arrange.submit.merged")} form={form} disabled={target === null} />
    </Form>
  );
}
