CREATE TABLE "declarations" (
	"community_id" uuid NOT NULL,
	"attribute_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"value_id" uuid,
	"declared_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "declarations_community_id_attribute_id_participant_id_pk" PRIMARY KEY("community_id","attribute_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "declared_attributes" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "declared_attributes_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "declared_consents" (
	"community_id" uuid PRIMARY KEY NOT NULL,
	"consent" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "declared_release_people" (
	"community_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"said" text NOT NULL,
	CONSTRAINT "declared_release_people_community_id_release_id_participant_id_pk" PRIMARY KEY("community_id","release_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "declared_releases" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"about" text NOT NULL,
	"population" text NOT NULL,
	"subject_id" text NOT NULL,
	"told" jsonb NOT NULL,
	"size" integer NOT NULL,
	"released_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "declared_releases_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "declared_values" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attribute_id" uuid NOT NULL,
	"name" text NOT NULL,
	"target" integer,
	"place" integer NOT NULL,
	CONSTRAINT "declared_values_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_community_id_attribute_id_declared_attributes_community_id_id_fk" FOREIGN KEY ("community_id","attribute_id") REFERENCES "public"."declared_attributes"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_community_id_value_id_declared_values_community_id_id_fk" FOREIGN KEY ("community_id","value_id") REFERENCES "public"."declared_values"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_attributes" ADD CONSTRAINT "declared_attributes_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_consents" ADD CONSTRAINT "declared_consents_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_release_people" ADD CONSTRAINT "declared_release_people_community_id_release_id_declared_releases_community_id_id_fk" FOREIGN KEY ("community_id","release_id") REFERENCES "public"."declared_releases"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_releases" ADD CONSTRAINT "declared_releases_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_values" ADD CONSTRAINT "declared_values_community_id_attribute_id_declared_attributes_community_id_id_fk" FOREIGN KEY ("community_id","attribute_id") REFERENCES "public"."declared_attributes"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "declarations_community_id_participant_id_index" ON "declarations" USING btree ("community_id","participant_id");--> statement-breakpoint
CREATE INDEX "declared_release_people_community_id_participant_id_index" ON "declared_release_people" USING btree ("community_id","participant_id");--> statement-breakpoint
CREATE INDEX "declared_releases_community_id_about_population_subject_id_released_at_index" ON "declared_releases" USING btree ("community_id","about","population","subject_id","released_at");--> statement-breakpoint
CREATE INDEX "declared_values_community_id_attribute_id_index" ON "declared_values" USING btree ("community_id","attribute_id");