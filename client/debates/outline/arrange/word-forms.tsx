import { useState } from "react";
import { useTranslation } from "react-i18next";
import { maxClaimLength } from "#shared/contract/claims.ts";
import { Button } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useDebate } from "../../debate-context.ts";
import { textOf } from "../../text-of.ts";
import { DeedActions, type DeedFormProps } from "./deed-actions.tsx";

const mostPieces = 4;

/** The points that a claim makes, each for itself. */
export function SplitForm(form: DeedFormProps) {
  const { t } = useTranslation("debates");
  const { node, error, onSend } = form;
  const { id, text, version } = node.claim;
  const [texts, setTexts] = useState([text, ""]);
  return (
    <Form
      error={error}
      onSubmit={() => onSend({ kind: "split", claimId: id, body: { version, texts } })}
      className="space-y-4!"
    >
      <p className="max-w-measure text-sm text-muted">{t("arrange.lead.split")}</p>
      {texts.map((piece, at) => (
        <TextArea
          // oxlint-disable-next-line react/no-array-index-key -- they have no names but their places
          key={at}
          name={`texts.${at}`}
          label={t("arrange.point", { number: at + 1 })}
          required
          serif
          dir="auto"
          rows={2}
          minLength={3}
          limit={maxClaimLength}
          value={piece}
          onChange={(event) => setTexts(texts.with(at, event.target.value))}
        />
      ))}
      {texts.length < mostPieces && (
        <Button size="small" variant="quiet" icon="plus" onClick={() => setTexts([...texts, ""])}>
          {t("arrange.onePointMore")}
        </Button>
      )}
      <DeedActions label={t("arrange.submit.split")} form={form} />
    </Form>
  );
}

/** Why a claim is put away. */
export function ArchiveForm(form: DeedFormProps) {
  const { t } = useTranslation("debates");
  const { node, error, onSend } = form;
  return (
    <Form
      error={error}
      onSubmit={(data) =>
        onSend({
          kind: "archived",
          claimId: node.claim.id,
          body: { reason: textOf(data, "reason") },
        })
      }
      className="space-y-4!"
    >
      <p className="max-w-measure text-sm text-muted">{t("arrange.lead.archived")}</p>
      <TextArea
        name="reason"
        label={t("arrange.reason")}
        hint={t("arrange.reasonHint")}
        required
        minLength={3}
        limit={500}
        rows={2}
      />
      <DeedActions label={t("arrange.submit.archived")} form={form} />
    </Form>
  );
}

/** The question that a claim becomes, and the two answers to begin with. */
export function ExtractForm(form: DeedFormProps) {
  const { t } = useTranslation("debates");
  const { debate } = useDebate();
  const { node, error, onSend } = form;
  return (
    <Form
      error={error}
      onSubmit={(data) =>
        onSend({
          kind: "extracted",
          claimId: node.claim.id,
          body: {
            question: textOf(data, "question"),
            topic: debate.topic,
            titles: [textOf(data, "titles.0"), textOf(data, "titles.1")],
          },
        })
      }
      className="space-y-4!"
    >
      <p className="max-w-measure text-sm text-muted">{t("arrange.lead.extracted")}</p>
      <TextField
        name="question"
        label={t("question.question")}
        defaultValue={t("arrange.isItSo", { claim: node.claim.text })}
        required
        minLength={10}
        maxLength={300}
        dir="auto"
      />
      <TextField
        name="titles.0"
        label={t("arrange.firstAnswer")}
        defaultValue={node.claim.text.slice(0, 200)}
        required
        minLength={3}
        maxLength={200}
        dir="auto"
      />
      <TextField
        name="titles.1"
        label={t("arrange.otherAnswer")}
        defaultValue={t("arrange.otherwise")}
        required
        minLength={3}
        maxLength={200}
        dir="auto"
      />
      <DeedActions label={t("arrange.submit.extracted")} form={form} />
    </Form>
  );
}

/** Asks once more before a claim leaves one of its places. */
export function UnlinkForm(form: DeedFormProps) {
  const { t } = useTranslation("debates");
  const { node, error, onSend } = form;
  return (
    <Form
      error={error}
      onSubmit={() => onSend({ kind: "unlinked", edgeId: node.edge.id })}
      className="space-y-4!"
    >
      <p className="max-w-measure text-sm text-muted">{t("arrange.lead.unlinked")}</p>
      <DeedActions label={t("arrange.submit.unlinked")} form={form} />
    </Form>
  );
}
