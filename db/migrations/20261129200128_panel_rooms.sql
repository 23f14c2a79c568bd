CREATE TABLE "panel_questions" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"asker_id" uuid NOT NULL,
	"text" text NOT NULL,
	"expert" text,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_questions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "panel_recommendations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"adopted_at" timestamp (3) with time zone,
	"position_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_recommendations_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "panel_votes" (
	"community_id" uuid NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"is_yes" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_votes_community_id_recommendation_id_participant_id_pk" PRIMARY KEY("community_id","recommendation_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "by_panel" jsonb;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "agenda" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "briefing" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "room_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "panel_questions" ADD CONSTRAINT "panel_questions_community_id_panel_id_panels_community_id_id_fk" FOREIGN KEY ("community_id","panel_id") REFERENCES "public"."panels"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_questions" ADD CONSTRAINT "panel_questions_community_id_asker_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","asker_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_recommendations" ADD CONSTRAINT "panel_recommendations_community_id_panel_id_panels_community_id_id_fk" FOREIGN KEY ("community_id","panel_id") REFERENCES "public"."panels"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_recommendations" ADD CONSTRAINT "panel_recommendations_community_id_author_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_votes" ADD CONSTRAINT "panel_votes_community_id_recommendation_id_panel_recommendations_community_id_id_fk" FOREIGN KEY ("community_id","recommendation_id") REFERENCES "public"."panel_recommendations"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_votes" ADD CONSTRAINT "panel_votes_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "panel_questions_community_id_panel_id_index" ON "panel_questions" USING btree ("community_id","panel_id");--> statement-breakpoint
CREATE INDEX "panel_recommendations_community_id_panel_id_index" ON "panel_recommendations" USING btree ("community_id","panel_id");--> statement-breakpoint
CREATE INDEX "panel_votes_community_id_participant_id_index" ON "panel_votes" USING btree ("community_id","participant_id");