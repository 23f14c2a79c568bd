DROP INDEX "notices_account_id_created_at_index";--> statement-breakpoint
ALTER TABLE "charter_rules" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "charter_rules" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "subject" text;--> statement-breakpoint
CREATE INDEX "communities_name" ON "communities" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("account_id","id") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notices_subject" ON "notices" USING btree ("community_id","subject") WHERE "notices"."read_at" is null and "notices"."subject" is not null;