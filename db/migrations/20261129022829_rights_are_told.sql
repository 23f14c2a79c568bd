-- Whatever changes who somebody is, or what they may do, is told to every server in the transaction that changes it:
-- servers believe what they know of rights for longer than they could otherwise (server/platform/rights-watch.ts).
CREATE FUNCTION tell_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rights_changed', '');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER rights_told AFTER DELETE OR UPDATE OF account_id, created_at ON sessions
  FOR EACH STATEMENT EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER rights_told AFTER DELETE OR UPDATE OF is_operator, email_confirmed_at ON accounts
  FOR EACH STATEMENT EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER rights_told AFTER INSERT OR DELETE OR UPDATE OF slug, is_private ON communities
  FOR EACH STATEMENT EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER rights_told AFTER INSERT OR DELETE OR UPDATE ON memberships
  FOR EACH STATEMENT EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER rights_told AFTER UPDATE OF name ON participants
  FOR EACH STATEMENT EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER rights_told AFTER INSERT OR DELETE OR UPDATE ON sanctions
  FOR EACH STATEMENT EXECUTE FUNCTION tell_rights();
