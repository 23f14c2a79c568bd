import { useTranslation } from "react-i18next";
import { commitmentLimits } from "#shared/contract/commitments.ts";
import { Button } from "../ui/button.tsx";
import { type Part, sharesOf, type Whole, withPart } from "./draft.ts";
import { DueField, TermsFields, WeightField } from "./terms-fields.tsx";

interface PartsFieldsProps {
  communityId: string;
  whole: Whole;
  parts: readonly Part[];
  onChange: (parts: readonly Part[]) => void;
}

/** The parts that a commitment has, each with how much it counts in the progress of the whole. */
export function PartsFields({ communityId, whole, parts, onChange }: PartsFieldsProps) {
  const { t, i18n } = useTranslation("commitments");
  const number = (value: number) => value.toLocaleString(i18n.language);
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const shares = sharesOf(parts.map(({ weight }) => weight));
  const shareInWords = (share: number | null | undefined) =>
    typeof share === "number" ? t("part.share", { share: percent.format(share) }) : undefined;
  const put = (key: number, change: Partial<Part>) =>
    onChange(parts.map((part) => (part.key === key ? { ...part, ...change } : part)));
  return (
    <section aria-labelledby="parts-title" className="space-y-4">
      <h2 id="parts-title" className="text-xl">
        {t("parts")}
      </h2>
      <p className="text-sm text-muted">{t("part.lead")}</p>
      {parts.map(({ key, ...part }, at) => (
        <fieldset key={key} className="space-y-4 border-s-2 border-line-strong ps-4">
          <legend className="float-start mb-2 w-full font-medium">
            {t("part.title", { number: number(at + 1) })}
          </legend>
          <TermsFields
            at={`parts.${at}.`}
            communityId={communityId}
            value={part}
            onChange={(change) => put(key, change)}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <DueField
              at={`parts.${at}.`}
              value={part.dueAt}
              onChange={(dueAt) => put(key, { dueAt })}
            />
            <WeightField
              at={`parts.${at}.`}
              value={part.weight}
              hint={shareInWords(shares[at])}
              onChange={(weight) => put(key, { weight })}
            />
          </div>
          <Button
            size="small"
            variant="quiet"
            icon="close"
            onClick={() => onChange(parts.filter((one) => one.key !== key))}
          >
            {t("part.remove", { number: number(at + 1) })}
          </Button>
        </fieldset>
      ))}
      {parts.length < commitmentLimits.parts && (
        <Button size="small" icon="plus" onClick={() => onChange(withPart(parts, whole))}>
          {t("part.add")}
        </Button>
      )}
    </section>
  );
}
