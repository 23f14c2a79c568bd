import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Claim, type Edge, maxClaimLength, type Outline } from "#shared/contract/claims.ts";
import type { ActionKind } from "#shared/contract/moderated.ts";
import { outlineQuery } from "../debates/public.ts";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { type Details, isStanding, type Thing } from "./details.ts";
import { type Choice as AnyChoice, Picker } from "./picker.tsx";
import { StatementFields } from "./statement-fields.tsx";

const mostPieces = 4;

type Choice = AnyChoice<"position" | "claim">;

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
  thing: Thing;
  details: Details;
  onChange: (details: Details) => void;
}

/** What else must be said about where a claim or a statement shall stand. */
export function DetailFields({ thing, ...form }: DetailFieldsProps) {
  if (thing.subject.kind !== "statement") return <ClaimFields thing={thing} {...form} />;
  return <StatementFields thing={thing} {...form} />;
}

function ClaimFields({ communityId, kind, thing, ...form }: DetailFieldsProps) {
  const { t } = useTranslation(["debates", "moderation"]);
  const query = useQuery(outlineQuery({ communityId, debateId: thing.debateId ?? "" }));
  return (
    <Loaded query={query}>
      {(outline) => {
        const claim = outline.claims.find(({ id }) => id === thing.subject.id);
        if (!claim) return <p className="text-muted">{t("moderation:details.nowhere")}</p>;
        const part = { outline, claim, ...form };
        if (kind === "merge") return <MergeFields {...part} />;
        if (kind === "split") return <SplitFields {...part} />;
        return <MoveFields {...part} />;
      }}
    </Loaded>
  );
}
