import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { holdingLimits, makeSnapshot, previewSnapshot } from "#shared/contract/holdings.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { type ChosenTable, FileSource, TypedSource } from "./balance-source.tsx";
import { Preview } from "./preview.tsx";
import { refreshSnapshots } from "./queries.ts";
import { faultsOf, TableFaults } from "./table-faults.tsx";
import { csvOf, emptyRow, type TypedRow } from "./typed-table.ts";

const mostDecimals = 36;

/** What is said of the balances. */
interface About {
  readonly title: string;
  readonly token: string;
  readonly decimals: string;
  readonly source: string;
  readonly link: string;
}

interface AboutFieldsProps {
  about: About;
  onChange: (change: Partial<About>) => void;
}

function AboutFields({ about, onChange }: AboutFieldsProps) {
  const { t } = useTranslation("holdings");
  const field = (name: keyof About) => ({
    name,
    value: about[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  });
  return (
    <>
      <TextField
        {...field("title")}
        required
        minLength={3}
        maxLength={holdingLimits.title}
        dir="auto"
        label={t("form.title")}
        hint={t("form.titleHint")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...field("token")}
          required
          maxLength={holdingLimits.token}
          dir="auto"
          label={t("form.token")}
          hint={t("form.tokenHint")}
        />
        <TextField
          {...field("decimals")}
          required
          type="number"
          min={0}
          max={mostDecimals}
          step={1}
          label={t("form.decimals")}
          hint={t("form.decimalsHint")}
        />
      </div>
      <TextField
        {...field("source")}
        required
        minLength={3}
        maxLength={holdingLimits.source}
        dir="auto"
        label={t("form.source")}
        hint={t("form.sourceHint")}
      />
      <TextField
        {...field("link")}
        type="url"
        dir="ltr"
        label={t("form.link")}
        hint={t("form.linkHint")}
      />
    </>
  );
}

/** The table as it is filled in, from a file or by hand. */
function useTable() {
  const [way, setWay] = useState<"file" | "typed">("file");
  const [chosen, setChosen] = useState<ChosenTable | null>(null);
  const [rows, setRows] = useState<readonly TypedRow[]>([emptyRow, emptyRow, emptyRow]);
  const csv = way === "file" ? (chosen?.csv ?? "") : csvOf(rows);
  return { way, setWay, chosen, setChosen, rows, setRows, csv };
}

type Table = ReturnType<typeof useTable>;

function TableFields({ table, onChange }: { table: Table; onChange: () => void }) {
  const { t } = useTranslation("holdings");
  const { way, setWay, chosen, setChosen, rows, setRows } = table;
  const noting =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      onChange();
      set(value);
    };
  return (
    <>
      <RadioGroup
        label={t("form.way")}
        required
        value={way}
        onChange={noting(setWay)}
        choices={(["file", "typed"] as const).map((value) => ({
          value,
          label: t(`form.way-${value}`),
          hint: t(`form.way-${value}Hint`),
        }))}
      />
      {way === "file" ? (
        <FileSource chosen={chosen} onChange={noting(setChosen)} />
      ) : (
        <TypedSource rows={rows} onChange={noting(setRows)} />
      )}
    </>
  );
}

const blank: About = { title: "", token: "", decimals: "18", source: "", link: "" };

/** Looks at what is filled in, and keeps it; a change of either means to look again. */
function useSnapshot(community: Community) {
  const { t } = useTranslation("holdings");
  const cache = useQueryClient();
  const navigate = useNavigate();
  const params = { communityId: community.id };
  const look = useMutation({
    mutationFn: (body: { decimals: number; csv: string }) =>
      call(previewSnapshot, { params, body }),
  });
  const keep = useMutation({
    mutationFn: ({ about, csv }: { about: About; csv: string }) => {
      const { title, token, source, link, decimals } = about;
      const body = { title, token, source, link: link.trim() || null, decimals: Number(decimals) };
      return call(makeSnapshot, { params, body: { ...body, csv } });
    },
    onSuccess: async ({ id: snapshotId }) => {
      toast({ tone: "good", title: t("kept") });
      await refreshSnapshots(cache, community.id);
      const at = { slug: community.slug, snapshotId };
      await navigate({ to: "/c/$slug/holdings/$snapshotId", params: at });
    },
  });
  return { look, keep };
}

function NewSnapshot({ community }: { community: Community }) {
  const { t } = useTranslation(["holdings", "ui"]);
  const [about, setAbout] = useState(blank);
  const table = useTable();
  const { look, keep } = useSnapshot(community);
  const error = keep.error ?? look.error;
  const isLooked = look.data !== undefined && !look.isPending;
  const again = () => {
    look.reset();
    keep.reset();
  };
  const submit = () => {
    if (isLooked) keep.mutate({ about, csv: table.csv });
    else look.mutate({ decimals: Number(about.decimals), csv: table.csv });
  };
  return (
    <Form
      className="max-w-measure"
      error={faultsOf(error).length > 0 ? null : error}
      onSubmit={submit}
    >
      <p className="text-muted">{t("form.lead")}</p>
      <AboutFields
        about={about}
        onChange={(change) => {
          if (change.decimals !== undefined) again();
          setAbout((now) => ({ ...now, ...change }));
        }}
      />
      <TableFields table={table} onChange={again} />
      <TableFaults error={error} isTyped={table.way === "typed"} />
      <div role="status">
        {look.data && (
          <Preview preview={look.data} token={about.token} decimals={Number(about.decimals)} />
        )}
      </div>
      <FormActions>
        <Button
          type="submit"
          variant="primary"
          busy={look.isPending || keep.isPending}
          disabled={table.csv === ""}
        >
          {t(isLooked ? "form.keep" : "form.look")}
        </Button>
        {isLooked && <p className="text-sm text-muted">{t("form.keepHint")}</p>}
      </FormActions>
    </Form>
  );
}

/** Where moderators bring in who holds how much. */
export function NewSnapshotPage() {
  const { slug } = useParams({ from: "/c/$slug/holdings/new" });
  const { t } = useTranslation("holdings");
  return (
    <CommunityFrame slug={slug} title={t("form.heading")}>
      {(community) => (
        <>
          {community.me && community.me.role !== "member" ? (
            <NewSnapshot community={community} />
          ) : (
            <EmptyState icon="lock" title={t("moderatorsOnly.title")}>
              {t("moderatorsOnly.text")}
            </EmptyState>
          )}
        </>
      )}
    </CommunityFrame>
  );
}
