import { useTranslation } from "react-i18next";
import type { DebateView } from "#shared/contract/debates.ts";
import { languages } from "#shared/contract/phases.ts";
import { TopicSelect } from "../topics/public.ts";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";

export type QuestionText = Pick<DebateView, "question" | "topic" | "language" | "context">;

interface LanguageSelectProps {
  value: QuestionText;
  onChange: (change: Partial<QuestionText>) => void;
}

interface QuestionFieldsProps extends LanguageSelectProps {
  communityId: string;
  /** The topic that the debate has already. */
  keptTopic?: string | undefined;
}

/** Each language by its own name. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}

function LanguageSelect({ value, onChange }: LanguageSelectProps) {
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
export function QuestionFields(props: QuestionFieldsProps) {
  const { communityId, keptTopic, value, onChange } = props;
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
        <TopicSelect
          communityId={communityId}
          value={value.topic}
          keeps={keptTopic}
          onChange={(topic) => onChange({ topic })}
        />
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
