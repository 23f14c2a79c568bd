import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../lib/session.ts";
import { IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { AppearanceMenu } from "./appearance-menu.tsx";
import { myCommunitiesQuery } from "./my-communities.ts";
import { useHere } from "./use-here.ts";
import { useSignOut } from "./use-sign-out.ts";

const row =
  "flex min-h-12 w-full items-center gap-3 rounded-md px-2 text-start text-lg no-underline hover:bg-ink/8";

function Place({ icon, children, ...link }: LinkProps & { icon: IconName; children: ReactNode }) {
  return (
    <li>
      <Link {...link} className={row}>
        <Icon name={icon} className="text-muted" />
        <span className="min-w-0 truncate">{children}</span>
      </Link>
    </li>
  );
}

function MemberPlaces() {
  const { t } = useTranslation("app");
  const { data } = useQuery(myCommunitiesQuery);
  return (
    <>
      {data?.items.map(({ id, slug, name }) => (
        <Place key={id} to="/c/$slug" params={{ slug }} icon="people">
          <bdi>{name}</bdi>
        </Place>
      ))}
      <Place to="/communities/new" icon="plus">
        {t("header.found")}
      </Place>
      <Place to="/bookmarks" icon="bookmark">
        {t("account.bookmarks")}
      </Place>
      <Place to="/jury-duties" icon="scales">
        {t("account.juryDuties")}
      </Place>
      <Place to="/settings" icon="settings">
        {t("account.settings")}
      </Place>
    </>
  );
}

function SignOut() {
  const { t } = useTranslation("app");
  const leave = useSignOut();
  return (
    <li>
      <button type="button" className={row} onClick={() => leave.mutate()}>
        <Icon name="logout" className="text-muted" />
        {t("account.signOut")}
      </button>
    </li>
  );
}

function Places() {
  const { t } = useTranslation("app");
  const account = useAccount();
  const here = useHere();
  return (
    <nav aria-label={t("header.label")}>
      <ul className="-mx-2">
        <Place to="/" icon="search">
          {t("header.discover")}
        </Place>
        {account && <MemberPlaces />}
        {account?.isOperator && (
          <Place to="/operations" icon="activity">
            {t("account.operations")}
          </Place>
        )}
        {account === null && (
          <>
            <Place to="/sign-in" search={here} icon="key">
              {t("account.signIn")}
            </Place>
            <Place to="/sign-up" search={here} icon="person">
              {t("account.signUp")}
            </Place>
          </>
        )}
        {account && <SignOut />}
      </ul>
    </nav>
  );
}

/** On small screens: everything of the header, in a sheet. */
export function PlacesSheet() {
  const { t } = useTranslation("app");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        icon="menu"
        label={t("header.open")}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      />
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("header.label")}
        place="end"
        footer={<AppearanceMenu inWords />}
      >
        <div onClick={(event) => (event.target as Element).closest("a") && setIsOpen(false)}>
          <Places />
        </div>
      </Dialog>
    </>
  );
}
