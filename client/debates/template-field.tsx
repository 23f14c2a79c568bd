import { useTranslation } from "react-i18next";
import { type Template, templates, type UsualTopic } from "#shared/contract/phases.ts";
import { Select } from "../ui/select.tsx";
import type { NewQuestion } from "./new-question.ts";

const topicOf: Record<Template, UsualTopic> = {
  "bias-audit": "bias",
  dispute: "disputes",
  "accountability-inquiry": "accountability",
  "funding-question": "funding",
  "rule-change": "governance",
};

interface TemplateFieldProps {
  value: NewQuestion;
  onChange: (change: Partial<NewQuestion>) => void;
}

/** A frame to fill: it brings headings for what people should know, and first answers. What was typed stays. */
export function TemplateField({ value, onChange }: TemplateFieldProps) {
  const { t } = useTranslation("debates", { lng: value.language });
  const here = useTranslation("debates");
  const framesOf = (template: Template) => t(`template.${template}.context`);
  const isUntouched =
    value.context.trim() === "" || templates.some((one) => framesOf(one) === value.context);
  const isWithoutAnswers =
    value.positions.length === 0 ||
    templates.some((one) => sameTitles(positionsOf(one), value.positions));

  function positionsOf(template: Template) {
    const titles = t(`template.${template}.positions`).split("\n");
    return titles.map((title) => ({ title, text: "" }));
  }

  function choose(template: Template | null) {
    if (template === null) {
      onChange({
        template,
        ...(isUntouched ? { context: "" } : {}),
        ...(isWithoutAnswers ? { positions: [] } : {}),
      });
      return;
    }
    onChange({
      template,
      topic: topicOf[template],
      ...(isUntouched ? { context: framesOf(template) } : {}),
      ...(isWithoutAnswers ? { positions: positionsOf(template) } : {}),
    });
  }

  return (
    <Select
      name="template"
      label={here.t("template.label")}
      hint={
        value.template === null
          ? here.t("template.hint")
          : here.t(`template.${value.template}.hint`)
      }
      value={value.template ?? ""}
      onChange={({ target }) => choose(templates.find((one) => one === target.value) ?? null)}
    >
      <option value="">{here.t("template.none")}</option>
      {templates.map((template) => (
        <option key={template} value={template}>
          {here.t(`template.${template}.name`)}
        </option>
      ))}
    </Select>
  );
}

const sameTitles = (
  some: readonly { readonly title: string }[],
  others: readonly { readonly title: string }[],
) => some.length === others.length && some.every(({ title }, at) => title === others[at]?.title);
