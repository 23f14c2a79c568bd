ALTER TABLE "panel_experts" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "panel_experts" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "panel_questions" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "panel_questions" ADD COLUMN "moderation" jsonb;