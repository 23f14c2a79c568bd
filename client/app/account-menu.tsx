import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/accounts.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Menu, MenuGroup, MenuItem, MenuLink } from "../ui/menu.tsx";
import { useSignOut } from "./use-sign-out.ts";

/** The person's own corner. */
export function AccountMenu({ account }: { account: Account }) {
  const { t } = useTranslation("app");
  const leave = useSignOut();
  return (
    <Menu
      label={t("account.label")}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          aria-label={t("account.of", { name: account.name })}
          className="ms-1 rounded-full"
        >
          <Avatar person={account} />
        </button>
      )}
    >
      <MenuGroup label={account.name}>
        <MenuLink to="/bookmarks" icon="bookmark">
          {t("account.bookmarks")}
        </MenuLink>
        <MenuLink to="/jury-duties" icon="scales">
          {t("account.juryDuties")}
        </MenuLink>
        <MenuLink to="/settings" icon="settings">
          {t("account.settings")}
        </MenuLink>
        {account.isOperator && (
          <MenuLink to="/operations" icon="activity">
            {t("account.operations")}
          </MenuLink>
        )}
        <MenuItem icon="logout" onSelect={() => leave.mutate()}>
          {t("account.signOut")}
        </MenuItem>
      </MenuGroup>
    </Menu>
  );
}
