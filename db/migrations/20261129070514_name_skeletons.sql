ALTER TABLE "participants" ADD COLUMN "name_skeleton" text;--> statement-breakpoint
CREATE INDEX "participants_name_skeleton" ON "participants" USING btree ("community_id","name_skeleton") WHERE "participants"."kind" = 'member';--> statement-breakpoint
-- Whoever gives a name need not know of skeletons, nor do servers of before that run beside: it is computed anew when the
-- next name is compared with it.
CREATE FUNCTION forget_skeleton() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name_skeleton := NULL;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER skeleton_forgotten BEFORE UPDATE OF name ON participants
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION forget_skeleton();
