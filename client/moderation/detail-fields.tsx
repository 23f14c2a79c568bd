import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Claim, type Edge, maxClaimLength, type Outline } from "#shared/contract/claims.ts";
import type { ActionKind } from "#shared/contract/moderated.ts";
import type { ModerationItem } from "#shared/contract/moderation.ts";
import { fold, hasAll, wordsOf } from "#shared/finding/words.ts";
import { outlineQuery } from "../debates/public.ts";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type Details, isStanding } from "./details.ts";

const most = 8;
const mostPieces = 4;

interface Choice {
  readonly kind: "position" | "claim";
  readonly id: string;
  readonly text: string;
}

interface PickerProps {
  label: string;
  among: readonly Choice[];
  value: string;
  onChange: (choice: Choice) => void;
}

/** Finds a position or a claim by its words. */
function Picker({ label, among, value, onChange }: PickerProps) {
  const { t } = useTranslation(["debates", "moderation"]);
  const [search, setSearch] = useState("");
  const words = wordsOf(search);
  const fitting = among.filter(({ id, text }) => id === value || hasAll(fold(text), words));
  const found = fitting.slice(0, most);
  return (
    <div className="space-y-3">
      <TextField
        label={label}
        hint={t("arrange.find")}
        type="search"
        dir="auto"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <p role="status" className="text-sm text-muted">
        {found.length === 0
          ? t("arrange.noneFound")
          : t(fitting.length > most ? "arrange.foundMore" : "arrange.found", {
              count: found.length,
            })}
      </p>
      {found.length > 0 && (
        <RadioGroup
          label={label}
          hideLabel
          value={value}
          choices={found.map(({ id, kind, text }) => ({
            value: id,
            label: <bdi>{text}</bdi>,
            hint: t(`moderation:subject.${kind}`),
          }))}
          onChange={(id) => {
            const chosen = found.find((one) => one.id === id);
            if (chosen) onChange(chosen);
          }}
        />
      )}
    </div>
  );
}

interface PartProps {
  outline: Outline;
  claim: Claim;
  details: Details;
  onChange: (details: Details) => void;
}

const asChoice = ({ id, text }: Claim): Choice => ({ kind: "claim", id, text });

/** Which claim it repeats. */
function MergeFields({ outline, claim, details, onChange }: PartProps) {
  const { t } = useTranslation("debates");
  const others = outline.claims.filter((one) => one.id !== claim.id && isStanding(one));
  return (
    <Picker
      label={t("arrange.sameAs")}
      among={others.map(asChoice)}
      value={details.merge?.into ?? ""}
      onChange={({ id }) => onChange({ merge: { into: id } })}
    />
  );
}

function textAt(outline: Outline, { targetId }: Edge): string {
  const position = outline.positions.find(({ id }) => id === targetId);
  return position?.title ?? outline.claims.find(({ id }) => id === targetId)?.text ?? "…";
}

/** From which of its places it goes, and where it stands from then on. */
function MoveFields({ outline, claim, details, onChange }: PartProps) {
  const { t } = useTranslation(["debates", "moderation", "ui"]);
  const places = outline.edges.filter(({ claimId }) => claimId === claim.id);
  const [edgeId, setEdgeId] = useState(places[0]?.id ?? "");
  const edge = places.find(({ id }) => id === edgeId);
  const [side, setSide] = useState(edge?.side ?? "pro");
  const move = details.move;
  if (!edge) return <p className="text-muted">{t("moderation:details.nowhere")}</p>;
  const positions = outline.positions.filter(isStanding);
  const others = outline.claims.filter((one) => one.id !== claim.id && isStanding(one));
  const from = edge.targetId;
  return (
    <>
      {places.length > 1 && (
        <Select
          label={t("moderation:details.from")}
          value={edgeId}
          onChange={(event) => {
            setEdgeId(event.target.value);
            onChange({});
          }}
        >
          {places.map((one) => (
            <option key={one.id} value={one.id}>
              {textAt(outline, one)}
            </option>
          ))}
        </Select>
      )}
      <Picker
        label={t("arrange.where")}
        among={[
          ...positions.map(({ id, title }): Choice => ({ kind: "position", id, text: title })),
          ...others.map(asChoice),
        ]}
        value={move?.target.id ?? ""}
        onChange={({ kind, id }) =>
          onChange({ move: { edgeId, from, side, target: { kind, id } } })
        }
      />
      <RadioGroup
        label={t("arrange.side")}
        value={side}
        choices={[
          { value: "pro", label: t("ui:side.pro") },
          { value: "con", label: t("ui:side.con") },
        ]}
        onChange={(chosen) => {
          setSide(chosen);
          if (move) onChange({ move: { ...move, side: chosen } });
        }}
      />
    </>
  );
}

/** The points that it makes, each by itself. */
function SplitFields({ claim, details, onChange }: PartProps) {
  const { t } = useTranslation("debates");
  const texts = details.split?.texts ?? [claim.text, ""];
  const set = (next: string[]) => onChange({ split: { version: claim.version, texts: next } });
  return (
    <>
      {texts.map((piece, at) => (
        <TextArea
          // oxlint-disable-next-line react/no-array-index-key -- they have no names but their places
          key={at}
          name={`split.texts.${at}`}
          label={t("arrange.point", { number: at + 1 })}
          required
          serif
          dir="auto"
          rows={2}
          minLength={3}
          limit={maxClaimLength}
          value={piece}
          onChange={(event) => set(texts.with(at, event.target.value))}
        />
      ))}
      {texts.length < mostPieces && (
        <Button size="small" variant="quiet" icon="plus" onClick={() => set([...texts, ""])}>
          {t("arrange.onePointMore")}
        </Button>
      )}
    </>
  );
}

interface DetailFieldsProps {
  communityId: string;
  kind: ActionKind;
  item: ModerationItem;
  details: Details;
  onChange: (details: Details) => void;
}

/** What else must be said about where a claim shall stand. */
export function DetailFields({ communityId, kind, item, ...form }: DetailFieldsProps) {
  const { t } = useTranslation(["debates", "moderation"]);
  const query = useQuery(outlineQuery({ communityId, debateId: item.debateId ?? "" }));
  return (
    <Loaded query={query}>
      {(outline) => {
        const claim = outline.claims.find(({ id }) => id === item.subject.id);
        if (!claim) return <p className="text-muted">{t("moderation:details.nowhere")}</p>;
        const part = { outline, claim, ...form };
        if (kind === "merge") return <MergeFields {...part} />;
        if (kind === "split") return <SplitFields {...part} />;
        return <MoveFields {...part} />;
      }}
    </Loaded>
  );
}
