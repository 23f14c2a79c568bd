ALTER TABLE "debates" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "kept_picture" "bytea";--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "kept_picture_hash" text;