import { useTranslation } from "react-i18next";
import type { DebateView } from "#shared/contract/debates.ts";
import { languages, topics } from "#shared/contract/phases.ts";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";

export type QuestionText = Pick<DebateView, "question" | "topic" | "language" | "context">;

interface QuestionFieldsProps {
  value: QuestionText;
  onChange: (change: Partial<QuestionText>) => void;
}

/** Each language by its own name. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}

function LanguageSelect({ value, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation("debates");
  return (
    <Select
      name="language"
      label={t("question.language")}
      required
      value={value.language}
      onChange={(event) => onChange({ language: event.target.value as QuestionText["language"] })}
    >
      {languages.map((language) => (
        <option key={language} value={language} lang={language}>
          {nameOf(language)}
        </option>
      ))}
    </Select>
  );
}

/** What a debate asks, and what one must know to answer. */
export function QuestionFields({ value, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation("debates");
  return (
    <>
      <TextArea
        name="question"
        label={t("question.question")}
        hint={t("question.questionHint")}
        required
        serif
        minLength={10}
        limit={300}
        rows={2}
        dir="auto"
        value={value.question}
        onChange={(event) => onChange({ question: event.target.value })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="topic"
          label={t("question.topic")}
          required
          value={value.topic}
          onChange={(event) => onChange({ topic: event.target.value as QuestionText["topic"] })}
        >
          {topics.map((topic) => (
            <option key={topic} value={topic}>
              {t(`topic.${topic}`)}
            </option>
          ))}
        </Select>
        <LanguageSelect value={value} onChange={onChange} />
      </div>
      <TextArea
        name="context"
        label={t("question.context")}
        hint={t("question.contextHint")}
        limit={10_000}
        rows={6}
        dir="auto"
        value={value.context}
        onChange={(event) => onChange({ context: event.target.value })}
      />
    </>
  );
}
