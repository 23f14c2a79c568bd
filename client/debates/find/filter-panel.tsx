import { useTranslation } from "react-i18next";
import type { Author } from "#shared/contract/ids.ts";
import { type Criteria, isAsking, type Trait, traits } from "#shared/finding/narrow.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Select } from "../../ui/select.tsx";
import type { LiveOutline } from "../queries.ts";
import { spokenName } from "./spoken-name.ts";
import type { Narrowing } from "./use-narrowing.ts";

interface FilterProps {
  narrowing: Narrowing;
  outline: LiveOutline;
}

/** What asks for a place of one's own: visitors have no last visit and no bookmarks. */
const personal: readonly Trait[] = ["new", "bookmarked"];

/** Who claims something here, by name. */
function authorsIn({ claims, authors }: LiveOutline, language: string): Author[] {
  const wrote = new Set(claims.map(({ authorId }) => authorId));
  return authors
    .filter(({ id }) => wrote.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
}

function TraitChecks({ narrowing }: Pick<FilterProps, "narrowing">) {
  const { t } = useTranslation("reading");
  const { criteria, ask, hasPlace } = narrowing;
  const toggle = (trait: Trait, isOn: boolean) => {
    const others = criteria.only.filter((one) => one !== trait);
    ask({ ...criteria, only: isOn ? [...others, trait] : others });
  };
  return traits
    .filter((trait) => hasPlace || !personal.includes(trait))
    .map((trait) => (
      <Checkbox
        key={trait}
        label={t(`filter.only.${trait}`)}
        hint={trait === "disputed" || trait === "contested" ? t(`filter.hint.${trait}`) : undefined}
        checked={criteria.only.includes(trait)}
        onChange={(event) => toggle(trait, event.target.checked)}
      />
    ));
}

function PlaceSelects({ narrowing, outline }: FilterProps) {
  const { t, i18n } = useTranslation("reading");
  const { criteria, ask } = narrowing;
  const authors = authorsIn(outline, i18n.language);
  const spoken = [...new Set(outline.claims.map(({ language }) => language))].toSorted();
  return (
    <>
      {authors.length > 1 && (
        <Select
          label={t("filter.by")}
          value={criteria.by ?? ""}
          onChange={(event) => ask({ ...criteria, by: event.target.value || undefined })}
        >
          <option value="">{t("filter.anybody")}</option>
          {authors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {spoken.length > 1 && (
        <Select
          label={t("filter.in")}
          value={criteria.in ?? ""}
          onChange={(event) => ask({ ...criteria, in: event.target.value || undefined })}
        >
          <option value="">{t("filter.anyLanguage")}</option>
          {spoken.map((language) => (
            <option key={language} value={language}>
              {spokenName(language, i18n.language)}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}

/** Narrows the outline; what is chosen stands in the address, to be passed on. */
export function FilterPanel({ narrowing, outline }: FilterProps) {
  const { t } = useTranslation("reading");
  const { criteria, ask } = narrowing;
  const count = countOf(criteria);
  return (
    <Popover
      label={t("filter.label")}
      trigger={(trigger) => (
        <Button icon="filter" {...trigger}>
          {count > 0 ? t("filter.some", { count }) : t("filter.label")}
        </Button>
      )}
    >
      {(close) => (
        <div className="space-y-4 p-4">
          <div>
            <TraitChecks narrowing={narrowing} />
          </div>
          <PlaceSelects narrowing={narrowing} outline={outline} />
          <div className="flex justify-between gap-3 border-t border-line pt-3">
            <Button
              variant="quiet"
              size="small"
              aria-disabled={!isAsking(criteria)}
              onClick={() => ask({ only: [] })}
            >
              {t("filter.all")}
            </Button>
            <Button variant="primary" size="small" onClick={close}>
              {t("filter.done")}
            </Button>
          </div>
        </div>
      )}
    </Popover>
  );
}

const countOf = ({ only, by, in: language, tag }: Criteria): number =>
  only.length + [by, language, tag].filter((asked) => asked !== undefined).length;
