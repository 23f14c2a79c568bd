ALTER TABLE "commitments" ADD COLUMN "whole_before" integer;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "whole_since" integer;