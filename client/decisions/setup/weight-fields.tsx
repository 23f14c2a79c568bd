import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDebate } from "../../debates/public.ts";
import { snapshotsQuery } from "../../holdings/public.ts";
import { Banner } from "../../ui/banner.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../words.ts";
import { isOneVoteEach } from "../method-facts.ts";
import type { FieldsProps } from "./fields.ts";
import { isByTokens, type WeightingDraft, weightingKinds } from "./weighting-draft.ts";

interface PartProps {
  weighting: WeightingDraft;
  onChange: (change: Partial<WeightingDraft>) => void;
}

/** The snapshots of the debate's community, those that were made last. */
export function useSnapshots() {
  const { communityId } = useDebate().debate;
  return useInfiniteQuery({
    ...snapshotsQuery(communityId),
    select: ({ pages }) => ({
      snapshots: pages.flatMap(({ items }) => items),
      mayMake: pages[0]?.can.make === true,
    }),
  });
}

/** By which balances votes weigh; a way to bring some in where there are none. */
function SnapshotField({ weighting, onChange }: PartProps) {
  const { t } = useWords();
  const { slug } = useDebate();
  const query = useSnapshots();
  const toMake = (
    <Link to="/c/$slug/holdings/new" params={{ slug }} className="link">
      {t("setup.make-snapshot")}
    </Link>
  );
  return (
    <Loaded query={query}>
      {({ snapshots, mayMake }) => (
        <div className="space-y-3">
          {snapshots.length === 0 && (
            <Banner tone="info" action={mayMake && toMake}>
              {t(mayMake ? "setup.no-snapshots" : "setup.no-snapshots-ask")}
            </Banner>
          )}
          <Select
            name="weighting.snapshotId"
            required
            className="max-w-md"
            label={t("setup.snapshot")}
            hint={t("setup.snapshot-hint")}
            value={weighting.snapshotId}
            onChange={({ target }) => onChange({ snapshotId: target.value })}
          >
            <option value="">{t("setup.choose-snapshot")}</option>
            {snapshots.map(({ id, title, token }) => (
              <option key={id} value={id}>
                {t("setup.snapshot-named", { title, token })}
              </option>
            ))}
          </Select>
          {snapshots.length > 0 && mayMake && <p className="text-sm">{toMake}</p>}
        </div>
      )}
    </Loaded>
  );
}

const roles = ["member", "moderator", "owner"] as const;
const mostWeight = 1_000;

function RoleWeights({ weighting, onChange }: PartProps) {
  const { t } = useWords();
  const { weights } = weighting;
  return (
    <div className="grid max-w-md gap-4 sm:grid-cols-3">
      {roles.map((role) => (
        <TextField
          key={role}
          type="number"
          name={role === "member" ? "weighting.weights" : `weighting.weights.${role}`}
          required
          min={0}
          max={mostWeight}
          step={1}
          label={t(`setup.role.${role}`)}
          value={weights[role]}
          onChange={({ target }) => onChange({ weights: { ...weights, [role]: target.value } })}
        />
      ))}
    </div>
  );
}

function Cap({ weighting, onChange }: PartProps) {
  const { t } = useWords();
  return (
    <TextField
      type="number"
      name="weighting.percent"
      required
      className="max-w-64"
      min={1}
      max={100}
      step={1}
      label={t("setup.cap")}
      hint={t("setup.cap-hint")}
      value={weighting.percent}
      onChange={({ target }) => onChange({ percent: target.value })}
    />
  );
}

/** What a vote weighs: one each, or by role, or by what its voter holds. */
export function WeightFields({ draft, onChange }: FieldsProps) {
  const { t } = useWords();
  const { weighting } = draft;
  const isSecret = draft.secrecy === "secret";
  const isFixed = isSecret || isOneVoteEach(draft.settings);
  const change = (more: Partial<WeightingDraft>) =>
    onChange({ weighting: { ...weighting, ...more } });
  const part = { weighting, onChange: change };
  return (
    <div className="space-y-4">
      <RadioGroup
        name="weighting.kind"
        required
        label={t("rules.term.weights")}
        hint={
          isFixed ? t(isSecret ? "setup.only-one-person" : "setup.budget-one-person") : undefined
        }
        value={isFixed ? "one-person" : weighting.kind}
        onChange={(kind) => change({ kind })}
        choices={weightingKinds.map((value) => ({
          value,
          label: t(`setup.weighting.${value}`),
          hint: t(`setup.weighting.${value}-hint`),
          disabled: isFixed && value !== "one-person",
        }))}
      />
      {!isFixed && isByTokens(weighting) && <SnapshotField {...part} />}
      {!isFixed && weighting.kind === "capped-token" && <Cap {...part} />}
      {!isFixed && weighting.kind === "role" && <RoleWeights {...part} />}
    </div>
  );
}
