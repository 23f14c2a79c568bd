import { useTranslation } from "react-i18next";
import { communityLimits } from "#shared/contract/communities.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";

export interface RuleDraft {
  readonly key: number;
  readonly title: string;
  readonly text: string;
}

interface FirstRulesProps {
  rules: readonly RuleDraft[];
  onChange: (rules: readonly RuleDraft[]) => void;
}

const starters = ["kindness", "sources", "onePoint"] as const;

interface RuleFieldsProps {
  index: number;
  rule: RuleDraft;
  onChange: (change: Partial<RuleDraft>) => void;
  onDiscard: () => void;
}

function RuleFields({ index, rule, onChange, onDiscard }: RuleFieldsProps) {
  const { t } = useTranslation("communities");
  const number = index + 1;
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] gap-x-2 border-t border-line pt-4">
      <span className="pt-1.5 font-serif text-lg text-muted">{number}</span>
      <div className="space-y-2">
        <TextField
          name={`rules.${index}.title`}
          label={t("charter.ruleTitle", { number })}
          hideLabel
          required
          maxLength={communityLimits.ruleTitle}
          placeholder={t("charter.titlePlaceholder")}
          value={rule.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <TextArea
          name={`rules.${index}.text`}
          label={t("charter.ruleText", { number })}
          hideLabel
          rows={1}
          maxLength={communityLimits.ruleText}
          placeholder={t("charter.textPlaceholder")}
          value={rule.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </div>
      <IconButton icon="close" label={t("charter.discard", { number })} onClick={onDiscard} />
    </li>
  );
}

/** The first rules of a charter, while a community is being founded. */
export function FirstRules({ rules, onChange }: FirstRulesProps) {
  const { t } = useTranslation("communities");
  const nextKey = Math.max(0, ...rules.map(({ key }) => key)) + 1;
  const add = (added: readonly Omit<RuleDraft, "key">[]) =>
    onChange([...rules, ...added.map((rule, index) => ({ ...rule, key: nextKey + index }))]);
  const change = (key: number, text: Partial<RuleDraft>) =>
    onChange(rules.map((rule) => (rule.key === key ? { ...rule, ...text } : rule)));
  const suggestions = starters.map((name) => ({
    title: t(`starter.${name}`),
    text: t(`starter.${name}Text`),
  }));
  return (
    <fieldset className="min-w-0">
      <legend className="text-[0.9375rem] font-medium">{t("form.rules")}</legend>
      <p className="mt-0.5 text-sm text-muted">{t("form.rulesHint")}</p>
      <ol className="mt-3 space-y-4">
        {rules.map((rule, index) => (
          <RuleFields
            key={rule.key}
            index={index}
            rule={rule}
            onChange={(text) => change(rule.key, text)}
            onDiscard={() => onChange(rules.filter(({ key }) => key !== rule.key))}
          />
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          size="small"
          icon="plus"
          disabled={rules.length >= communityLimits.rules}
          onClick={() => add([{ title: "", text: "" }])}
        >
          {t("charter.add")}
        </Button>
        {rules.length === 0 && (
          <Button size="small" variant="quiet" onClick={() => add(suggestions)}>
            {t("charter.suggest")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
