import { useTranslation } from "react-i18next";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";

export interface PositionWords {
  readonly title: string;
  readonly text: string;
}

interface PositionFieldsProps {
  value: PositionWords;
  onChange: (change: Partial<PositionWords>) => void;
}

/** What a position says. */
export function PositionFields({ value, onChange }: PositionFieldsProps) {
  const { t } = useTranslation("debates");
  return (
    <>
      <TextField
        name="title"
        label={t("position.title")}
        hint={t("position.titleHint")}
        required
        autoFocus
        dir="auto"
        minLength={3}
        maxLength={200}
        value={value.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextArea
        name="text"
        label={t("position.text")}
        hint={t("position.textHint")}
        dir="auto"
        rows={3}
        limit={4_000}
        value={value.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </>
  );
}
