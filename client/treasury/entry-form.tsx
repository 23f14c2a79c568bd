import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ChangeEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { listCommitments } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { enterTreasuryEntry, treasuryLimits } from "#shared/contract/treasury.ts";
import { call } from "../lib/api.ts";
import { serverNow } from "../lib/server-clock.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { blankEntry, type EntryDraft, wireOf } from "./entry-draft.ts";
import { hashOfFile } from "./file-hash.ts";
import { refreshTreasury, treasuryQuery } from "./queries.ts";

interface FieldsProps {
  draft: EntryDraft;
  onChange: (change: Partial<EntryDraft>) => void;
}

const fieldsOf =
  ({ draft, onChange }: FieldsProps) =>
  (name: keyof EntryDraft) => ({
    name,
    value: draft[name],
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onChange({ [name]: target.value }),
  });

function MoneyFields(props: FieldsProps) {
  const { t } = useTranslation("treasury");
  const field = fieldsOf(props);
  const { kind } = props.draft;
  return (
    <>
      <RadioGroup
        required
        name="kind"
        label={t("enter.kind")}
        value={kind}
        onChange={(value) => props.onChange({ kind: value })}
        choices={(["in", "out"] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <div className="grid items-end gap-5 sm:grid-cols-3">
        <TextField {...field("amount")} required inputMode="decimal" label={t("column.amount")} />
        <TextField
          {...field("currency")}
          required
          maxLength={treasuryLimits.currency}
          label={t("column.currency")}
          hint={t("enter.currency-hint")}
        />
        <TextField
          {...field("day")}
          type="date"
          required
          min={treasuryLimits.firstDay}
          label={t("column.day")}
        />
      </div>
      <TextField
        {...field("party")}
        required
        maxLength={treasuryLimits.party}
        dir="auto"
        label={t(`enter.party-${kind}`)}
        hint={t("enter.party-hint")}
      />
      <TextField
        {...field("what")}
        required
        maxLength={treasuryLimits.what}
        dir="auto"
        label={t("column.what")}
      />
    </>
  );
}

/** What something is spent from, and for which promise. */
function SpendingFields({ communityId, ...props }: FieldsProps & { communityId: string }) {
  const { t } = useTranslation("treasury");
  const field = fieldsOf(props);
  const { currency } = props.draft;
  const wanted = currency === "" ? undefined : currency;
  const { data: treasury } = useQuery(treasuryQuery(communityId, wanted));
  const { data: promises } = useQuery({
    queryKey: ["commitments", communityId, "to-pay"],
    queryFn: ({ signal }) =>
      call(listCommitments, { params: { communityId }, query: { limit: 100 }, signal }),
  });
  const lines = treasury?.figures?.currency === currency ? treasury.figures.lines : [];
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Select {...field("lineId")} label={t("column.line")}>
        <option value="">{t("enter.no-line")}</option>
        {lines.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <Select {...field("commitmentId")} label={t("enter.commitment")}>
        <option value="">{t("enter.no-commitment")}</option>
        {promises?.items.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  );
}

function DocumentFields(props: FieldsProps) {
  const { t } = useTranslation("treasury");
  const field = fieldsOf(props);
  const { title, url, sha256 } = props.draft;
  const hash = async (file: File | undefined) => {
    if (!file) return;
    const found = { sha256: await hashOfFile(file), ...(title === "" && { title: file.name }) };
    props.onChange(found);
  };
  return (
    <fieldset className="space-y-4 rounded-lg border border-line p-4">
      <legend className="px-1 font-medium">{t("document.title")}</legend>
      <p className="text-sm text-muted">{t("document.means")}</p>
      <TextField
        {...field("title")}
        name="document.title"
        required={url !== "" || sha256 !== ""}
        maxLength={treasuryLimits.title}
        dir="auto"
        label={t("document.name")}
      />
      <TextField
        {...field("url")}
        name="document.url"
        type="url"
        dir="ltr"
        label={t("document.url")}
      />
      <label className="block text-sm">
        {t("document.file")}
        <input
          type="file"
          className="mt-1 block w-full"
          onChange={({ target }) => void hash(target.files?.[0])}
        />
      </label>
      {sha256 !== "" && (
        <p className="text-sm">
          SHA-256 <code className="font-mono text-xs break-all">{sha256}</code>
        </p>
      )}
    </fieldset>
  );
}

/** Where one entry is made by hand. */
export function EntryForm({ community, commitment }: { community: Community; commitment: string }) {
  const { t } = useTranslation("treasury");
  const { id: communityId, slug } = community;
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { data: treasury } = useQuery(treasuryQuery(communityId, undefined));
  const [typed, setTyped] = useState(() =>
    blankEntry(new Date(serverNow()).toISOString().slice(0, 10), commitment),
  );
  const usual = treasury?.figures?.currency ?? "";
  const draft = typed.currency === "" ? { ...typed, currency: usual } : typed;
  const onChange = (change: Partial<EntryDraft>) => setTyped({ ...draft, ...change });
  const enter = useMutation({
    mutationFn: () => call(enterTreasuryEntry, { params: { communityId }, body: wireOf(draft) }),
    onSuccess: async ({ currency }) => {
      await refreshTreasury(cache, communityId);
      await navigate({ to: "/c/$slug/treasury", params: { slug }, search: { currency } });
    },
  });
  return (
    <Form className="max-w-measure" error={enter.error} onSubmit={() => enter.mutate()}>
      <MoneyFields draft={draft} onChange={onChange} />
      {draft.kind === "out" && (
        <SpendingFields communityId={communityId} draft={draft} onChange={onChange} />
      )}
      <DocumentFields draft={draft} onChange={onChange} />
      <FormActions>
        <Button type="submit" variant="primary" busy={enter.isPending}>
          {t("enter.button")}
        </Button>
      </FormActions>
    </Form>
  );
}
