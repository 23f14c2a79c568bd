CREATE INDEX "claims_likeness" ON "claims" USING gin ((case when "text" ~ '[぀-ヿ㐀-䶿一-鿿豈-﫿]'
    then regexp_replace("text", '([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \1 ', 'g') || ' ' || regexp_replace(regexp_replace("text", '(^|[^぀-ヿ㐀-䶿一-鿿豈-﫿])[぀-ヿ㐀-䶿一-鿿豈-﫿]', '\1', 'g'), '([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \1 ', 'g')
    else "text" end) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "positions_likeness" ON "positions" USING gin ((case when "title" ~ '[぀-ヿ㐀-䶿一-鿿豈-﫿]'
    then regexp_replace("title", '([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \1 ', 'g') || ' ' || regexp_replace(regexp_replace("title", '(^|[^぀-ヿ㐀-䶿一-鿿豈-﫿])[぀-ヿ㐀-䶿一-鿿豈-﫿]', '\1', 'g'), '([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \1 ', 'g')
    else "title" end) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "statements_likeness" ON "statements" USING gin ((case when "text" ~ '[぀-ヿ㐀-䶿一-鿿豈-﫿]'
    then regexp_replace("text", '([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \1 ', 'g') || ' ' || regexp_replace(regexp_replace("text", '(^|[^぀-ヿ㐀-䶿一-鿿豈-﫿])[぀-ヿ㐀-䶿一-鿿豈-﫿]', '\1', 'g'), '([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \1 ', 'g')
    else "text" end) gin_trgm_ops);