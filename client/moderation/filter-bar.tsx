import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { itemStatuses, severities } from "#shared/contract/moderated.ts";
import {
  deleteQueueFilter,
  type QueueFilter,
  type SavedFilter,
  saveQueueFilter,
} from "#shared/contract/moderation.ts";
import { call } from "../lib/api.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { filtersQuery } from "./queries.ts";

interface FilterBarProps {
  communityId: string;
  filter: QueueFilter;
  onChange: (filter: QueueFilter) => void;
}

const choices = {
  status: itemStatuses,
  severity: severities,
  claimed: ["by-me", "by-nobody"],
  order: ["deadline", "weight", "newest"],
} as const;
type Field = keyof typeof choices;
const fields = Object.keys(choices) as Field[];

/** The filter with one thing chosen, or left open. */
function withChoice(filter: QueueFilter, field: Field, value: string): QueueFilter {
  const { [field]: _before, ...rest } = filter;
  return value === "" ? rest : ({ ...rest, [field]: value } as QueueFilter);
}

function useSaved(communityId: string) {
  const queries = useQueryClient();
  const errorText = useErrorText();
  const params = { communityId };
  const settled = {
    onError: (error: Error) => toast({ ...errorText(error), tone: "danger" }),
    onSettled: () => queries.invalidateQueries({ queryKey: filtersQuery(communityId).queryKey }),
  };
  const save = useMutation({
    mutationFn: (body: { name: string; filter: QueueFilter }) =>
      call(saveQueueFilter, { params, body }),
    ...settled,
  });
  const forget = useMutation({
    mutationFn: (filterId: string) => call(deleteQueueFilter, { params: { ...params, filterId } }),
    ...settled,
  });
  const { data: saved = [] } = useQuery(filtersQuery(communityId));
  return { saved, save, forget };
}

function Saved({
  saved,
  onChoose,
  onForget,
}: {
  saved: readonly SavedFilter[];
  onChoose: (filter: QueueFilter) => void;
  onForget: (id: string) => void;
}) {
  const { t } = useTranslation("moderation");
  if (saved.length === 0) return null;
  return (
    <ul aria-label={t("filter.saved")} className="flex flex-wrap gap-2">
      {saved.map(({ id, name, filter }) => (
        <li key={id} className="inline-flex items-center rounded-full border border-line">
          <Button size="small" variant="quiet" icon="filter" onClick={() => onChoose(filter)}>
            <bdi>{name}</bdi>
          </Button>
          <IconButton
            icon="close"
            size="small"
            label={t("filter.forget", { name })}
            onClick={() => onForget(id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** What of the queue is shown, in which order; what one looks at often is kept by a name. */
export function FilterBar({ communityId, filter, onChange }: FilterBarProps) {
  const { t } = useTranslation("moderation");
  const [name, setName] = useState("");
  const { saved, save, forget } = useSaved(communityId);
  const keep = () => save.mutate({ name, filter }, { onSuccess: () => setName("") });
  return (
    <details className="rounded-lg border border-line px-card py-3" open={saved.length > 0}>
      <summary className="w-fit font-medium">{t("filter.title")}</summary>
      <div className="mt-3 space-y-4">
        <Saved saved={saved} onChoose={onChange} onForget={(id) => forget.mutate(id)} />
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          {fields.map((field) => (
            <Select
              key={field}
              label={t(`filter.${field}.label`)}
              value={filter[field] ?? ""}
              onChange={(event) => onChange(withChoice(filter, field, event.target.value))}
            >
              <option value="">{t(`filter.${field}.any`)}</option>
              {choices[field].map((value) => (
                <option key={value} value={value}>
                  {t(`filter.${field}.${value}`)}
                </option>
              ))}
            </Select>
          ))}
        </div>
        <form
          className="flex max-w-md flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") keep();
          }}
        >
          <TextField
            label={t("filter.name")}
            value={name}
            maxLength={60}
            dir="auto"
            className="min-w-40 flex-1"
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" busy={save.isPending}>
            {t("filter.save")}
          </Button>
        </form>
      </div>
    </details>
  );
}
