import { useTranslation } from "react-i18next";
import { readCalendar } from "#shared/contract/calendar.ts";
import type { Language } from "#shared/contract/phases.ts";
import { pathOf } from "#shared/contract/request.ts";
import { Icon } from "../ui/icons.tsx";

/** Where calendars find the votes of a community that everybody may see; members of others have their own calendar. */
export function CommunityCalendar({ communityId }: { communityId: string }) {
  const { t, i18n } = useTranslation("communities");
  const language = i18n.language as Language;
  return (
    <a
      href={pathOf(readCalendar, { params: { communityId }, query: { language } })}
      className="link inline-flex items-center gap-1.5 text-sm"
    >
      <Icon name="clock" size={16} />
      {t("members.calendar")}
    </a>
  );
}
