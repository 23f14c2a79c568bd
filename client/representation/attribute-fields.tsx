import { declaredLimits } from "#shared/contract/representation.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type DraftAttribute, type DraftValue, newValue } from "./definition.ts";
import { useWords } from "./words.ts";

interface ValueFieldsProps {
  value: DraftValue;
  /** Of the fields, as the server names them. */
  name: string;
  place: number;
  onChange: (value: DraftValue) => void;
  /** Undefined where two are left. */
  onRemove: (() => void) | undefined;
}

function ValueFields({ value, name, place, onChange, onRemove }: ValueFieldsProps) {
  const { t, number } = useWords();
  const numbered = { number: number(place) };
  return (
    <li className="flex items-end gap-2">
      <TextField
        className="min-w-0 grow"
        name={`${name}.name`}
        label={t("define.value", numbered)}
        required
        maxLength={declaredLimits.name}
        dir="auto"
        value={value.name}
        onChange={({ target }) => onChange({ ...value, name: target.value })}
      />
      <TextField
        className="w-24 shrink-0"
        name={`${name}.target`}
        label={t("define.share")}
        inputMode="decimal"
        value={value.share}
        onChange={({ target }) => onChange({ ...value, share: target.value })}
      />
      <IconButton
        icon="close"
        label={t("define.removeValue", numbered)}
        disabled={onRemove === undefined}
        onClick={onRemove}
      />
    </li>
  );
}

interface AttributeFieldsProps {
  attribute: DraftAttribute;
  at: number;
  onChange: (attribute: DraftAttribute) => void;
  onRemove: () => void;
}

/** What is asked, with what can be answered and the shares that there should be. */
export function AttributeFields({ attribute, at, onChange, onRemove }: AttributeFieldsProps) {
  const { t, number } = useWords();
  const { values } = attribute;
  const change = (changed: readonly DraftValue[]) => onChange({ ...attribute, values: changed });
  return (
    <fieldset className="space-y-4 rounded-lg border border-line p-4">
      <legend className="px-1 font-medium">
        {t("define.attribute", { number: number(at + 1) })}
      </legend>
      <TextField
        name={`attributes.${at}.name`}
        label={t("define.name")}
        hint={t("define.nameHint")}
        required
        maxLength={declaredLimits.name}
        dir="auto"
        value={attribute.name}
        onChange={({ target }) => onChange({ ...attribute, name: target.value })}
      />
      <ul className="space-y-3">
        {values.map((value, place) => (
          <ValueFields
            key={value.key}
            value={value}
            name={`attributes.${at}.values.${place}`}
            place={place + 1}
            onChange={(changed) => change(values.with(place, changed))}
            onRemove={
              values.length > 2 ? () => change(values.filter((one) => one !== value)) : undefined
            }
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {values.length < declaredLimits.values && (
          <Button size="small" icon="plus" onClick={() => change([...values, newValue()])}>
            {t("define.addValue")}
          </Button>
        )}
        <Button size="small" variant="quiet" icon="close" onClick={onRemove}>
          {t("define.remove")}
        </Button>
      </div>
    </fieldset>
  );
}
