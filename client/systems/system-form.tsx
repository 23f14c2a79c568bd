import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { Author } from "#shared/contract/ids.ts";
import {
  type System,
  type SystemCardInput,
  type SystemKind,
  systemLimits,
} from "#shared/contract/systems.ts";
import { systemKinds } from "#shared/systems/index.ts";
import { type Draft, useDraft } from "../debates/public.ts";
import { MemberPicker } from "../delegations/public.ts";
import { Form } from "../ui/form.tsx";
import { Select } from "../ui/select.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type Evaluation, EvaluationFields } from "./evaluation-fields.tsx";
import { linksIn, textOfLinks, unreadLines } from "./links-text.ts";

interface Written {
  readonly kind: SystemKind;
  readonly name: string;
  readonly release: string;
  readonly licence: string;
  readonly url: string;
  readonly intendedUse: string;
  readonly knownHarms: string;
  readonly evaluations: readonly Evaluation[];
  readonly links: string;
  readonly steward: Author | null;
  readonly reason: string;
}

const blank: Written = {
  kind: "model",
  name: "",
  release: "",
  licence: "",
  url: "",
  intendedUse: "",
  knownHarms: "",
  evaluations: [],
  links: "",
  steward: null,
  reason: "",
};

const writtenIn = (system: System, slug: string): Written => ({
  ...system,
  url: system.url ?? "",
  links: textOfLinks(system.links, slug),
  reason: "",
});

function cardIn({ steward, url, links, ...words }: Written): SystemCardInput {
  const { kind, name, release, licence, intendedUse, knownHarms, evaluations } = words;
  return {
    kind,
    name,
    release,
    licence,
    intendedUse,
    knownHarms,
    evaluations: [...evaluations],
    url: url.trim() === "" ? null : url,
    links: linksIn(links),
    stewardId: steward?.id ?? "",
  };
}

type Line = "name" | "release" | "licence" | "url" | "intendedUse" | "knownHarms" | "links";

function Words({ draft: { value, set } }: { draft: Draft<Written> }) {
  const { t } = useTranslation("systems");
  const field = (name: Line) => ({
    name,
    label: t(name === "name" ? "form.name" : name),
    value: value[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  const unread = unreadLines(value.links);
  return (
    <>
      <Select
        name="kind"
        required
        label={t("column.kind")}
        value={value.kind}
        onChange={({ target }) => set({ kind: target.value as SystemKind })}
      >
        {systemKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </Select>
      <TextField {...field("name")} required maxLength={systemLimits.name} dir="auto" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("release")} required maxLength={systemLimits.release} dir="auto" />
        <TextField {...field("licence")} required maxLength={systemLimits.licence} dir="auto" />
      </div>
      <TextField {...field("url")} type="url" dir="ltr" />
      <TextArea {...field("intendedUse")} required limit={systemLimits.words} dir="auto" />
      <TextArea
        {...field("knownHarms")}
        required
        limit={systemLimits.words}
        dir="auto"
        hint={t("form.harmsHint")}
      />
      <EvaluationFields
        evaluations={value.evaluations}
        onChange={(evaluations) => set({ evaluations })}
      />
      <TextArea
        {...field("links")}
        rows={3}
        dir="ltr"
        hint={t("form.linksHint")}
        error={unread.length > 0 ? t("form.unread", { line: unread[0] }) : undefined}
      />
    </>
  );
}

interface SystemFormProps {
  community: Community;
  /** Whose card is changed; left out for a new one. */
  system?: System;
  error: unknown;
  busy: boolean;
  onSend: (card: SystemCardInput, reason: string, done: () => void) => void;
  onCancel: () => void;
}

/** Writes a card, or its next version; what is typed is kept on this device until it is sent. */
export function SystemForm(props: SystemFormProps) {
  const { community, system, error, busy, onSend, onCancel } = props;
  const { t } = useTranslation("systems");
  const name = system ? `system.${system.id}.${system.version}` : `system.${community.id}`;
  const draft = useDraft(name, system ? writtenIn(system, community.slug) : blank);
  const { value, set, clear } = draft;
  const send = () => {
    if (unreadLines(value.links).length === 0) onSend(cardIn(value), value.reason, clear);
  };
  return (
    <Form className="max-w-measure" error={error} onSubmit={send}>
      <Words draft={draft} />
      <MemberPicker
        communityId={community.id}
        label={t("steward")}
        name="stewardId"
        value={value.steward}
        onChange={(steward) => set({ steward })}
        taken={[]}
      />
      {system && (
        <TextArea
          name="reason"
          required
          label={t("form.reason")}
          hint={t("form.reasonHint")}
          limit={systemLimits.reason}
          dir="auto"
          value={value.reason}
          onChange={({ target }) => set({ reason: target.value })}
        />
      )}
      <SubmitOrCancel
        label={t(system ? "form.save" : "register")}
        busy={busy}
        onCancel={() => {
          clear();
          onCancel();
        }}
      />
    </Form>
  );
}
