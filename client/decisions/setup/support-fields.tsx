import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { isOnProposal, methodFacts } from "../method-facts.ts";
import { useWords } from "../words.ts";
import { wholeInWords } from "../weights-in-words.ts";
import { weightingOf } from "./weighting-draft.ts";
import {
  chosenWeighting,
  quorumKinds,
  type ShareDraft,
  shareOfPercent,
  thresholdKinds,
} from "./draft.ts";
import { complain, type FieldsProps } from "./fields.ts";

/** Which texts name the kinds of a share. */
const kindTexts = {
  quorum: "quorum-kind",
  "quorum-of-weight": "quorum-kind",
  threshold: "threshold-kind",
  "group-majority": "group-majority-kind",
} as const;

interface ShareFieldsProps {
  /** The place in the request and in the texts. */
  name: keyof typeof kindTexts;
  kinds: readonly string[];
  hint: string;
  /** What none is called, where the method has a word of its own for it. */
  none?: string | undefined;
  value: ShareDraft;
  onChange: (value: ShareDraft) => void;
}

/** None, a share with a name, or so many percent. */
function ShareFields({ name, kinds, hint, none, value, onChange }: ShareFieldsProps) {
  const { t } = useWords();
  const isWrong = shareOfPercent(value.percent) === null;
  return (
    <div className="space-y-3">
      <Select
        name={`${name}.kind`}
        required
        className="max-w-md"
        label={t(`setup.${name}`)}
        hint={hint}
        value={value.kind}
        onChange={({ target }) => onChange({ ...value, kind: target.value })}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {(kind === "none" && none) || t(`setup.${kindTexts[name]}.${kind}`)}
          </option>
        ))}
      </Select>
      {value.kind === "percent" && (
        <TextField
          name={name}
          required
          inputMode="decimal"
          className="max-w-40"
          label={t("setup.percent")}
          value={value.percent}
          onChange={({ target }) => onChange({ ...value, percent: target.value })}
          ref={complain(isWrong ? t("setup.percent-wrong") : "")}
        />
      )}
    </div>
  );
}

/** How many must vote, and how much support a winner needs: of what, the method says. */
export function SupportFields({ draft, onChange }: FieldsProps) {
  const words = useWords();
  const { t } = words;
  const weighting = weightingOf(chosenWeighting(draft));
  const { basis } = methodFacts[draft.settings.method];
  const hasOwn = isOnProposal(draft.settings);
  const { threshold } = draft;
  return (
    <>
      <ShareFields
        name="quorum"
        kinds={quorumKinds}
        hint={t("setup.quorum-hint")}
        value={draft.quorum}
        onChange={(quorum) => onChange({ quorum })}
      />
      {weighting.kind !== "one-person" && (
        <ShareFields
          name="quorum-of-weight"
          kinds={quorumKinds}
          hint={t("setup.quorum-of-weight-hint", { whole: wholeInWords({ weighting }, words) })}
          value={draft.quorumOfWeight}
          onChange={(quorumOfWeight) => onChange({ quorumOfWeight })}
        />
      )}
      <ShareFields
        name="threshold"
        kinds={hasOwn ? thresholdKinds.filter((kind) => kind !== "none") : thresholdKinds}
        hint={t("setup.threshold-hint", { basis: t(`basis.${basis}`) })}
        none={draft.settings.method === "budget" ? t("setup.threshold-none-of-budget") : undefined}
        value={
          hasOwn && threshold.kind === "none"
            ? { ...threshold, kind: "simple-majority" }
            : threshold
        }
        onChange={(chosen) => onChange({ threshold: chosen })}
      />
      {draft.secrecy === "secret" ? (
        <p className="text-sm text-muted">{t("setup.group-majority-secret")}</p>
      ) : (
        <ShareFields
          name="group-majority"
          kinds={thresholdKinds}
          hint={t("setup.group-majority-hint")}
          value={draft.groupMajority}
          onChange={(groupMajority) => onChange({ groupMajority })}
        />
      )}
    </>
  );
}
