ALTER TABLE "funding_projects" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "funding_projects" ADD COLUMN "title_hash" text;