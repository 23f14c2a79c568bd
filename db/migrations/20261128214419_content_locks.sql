CREATE TABLE "content_locks" (
	"community_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"place_id" uuid NOT NULL,
	"until" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "content_locks_community_id_action_id_pk" PRIMARY KEY("community_id","action_id")
);
--> statement-breakpoint
ALTER TABLE "debates" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "moderation_actions" ADD COLUMN "change_id" uuid;--> statement-breakpoint
ALTER TABLE "moderation_items" ADD COLUMN "overdue_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "kept_picture" "bytea";--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "kept_picture_hash" text;--> statement-breakpoint
ALTER TABLE "content_locks" ADD CONSTRAINT "content_locks_community_id_action_id_moderation_actions_community_id_id_fk" FOREIGN KEY ("community_id","action_id") REFERENCES "public"."moderation_actions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_locks_in_force" ON "content_locks" USING btree ("community_id","debate_id") WHERE "content_locks"."ended_at" is null;