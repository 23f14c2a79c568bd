import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";

export interface PositionText {
  readonly title: string;
  readonly text: string;
}

const most = 20;

interface FirstPositionsProps {
  value: readonly PositionText[];
  onChange: (positions: readonly PositionText[]) => void;
}

/** Answers to begin with. None is needed: others propose theirs once the question is asked. */
export function FirstPositions({ value, onChange }: FirstPositionsProps) {
  const { t } = useTranslation("debates");
  const change = (at: number, title: string) =>
    onChange(value.map((position, index) => (index === at ? { ...position, title } : position)));
  return (
    <fieldset className="space-y-3">
      <legend className="font-medium">{t("first.label")}</legend>
      <p className="text-sm text-muted">{t("first.hint")}</p>
      {value.map(({ title }, at) => (
        <div key={at} className="flex items-start gap-2">
          <TextField
            name={`positions/${at}/title`}
            label={t("first.nth", { nth: at + 1 })}
            hideLabel
            className="flex-1"
            dir="auto"
            maxLength={200}
            value={title}
            onChange={(event) => change(at, event.target.value)}
          />
          <Button
            icon="close"
            variant="quiet"
            aria-label={t("first.remove", { nth: at + 1 })}
            onClick={() => onChange(value.toSpliced(at, 1))}
          />
        </div>
      ))}
      {value.length < most && (
        <Button
          icon="plus"
          size="small"
          onClick={() => onChange([...value, { title: "", text: "" }])}
        >
          {t("first.add")}
        </Button>
      )}
    </fieldset>
  );
}
