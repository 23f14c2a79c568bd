ALTER TABLE "decision_options" ALTER COLUMN "id" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "subject_position_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "subject_title" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_community_id_subject_position_id_positions_community_id_id_fk" FOREIGN KEY ("community_id","subject_position_id") REFERENCES "public"."positions"("community_id","id") ON DELETE no action ON UPDATE no action;