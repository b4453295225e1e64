-- A batch of thousands wrote the words of each certificate into the search index while somebody waited for it: two
-- thirds of what storing it cost. Up to 32 MB of them (15,000 certificates) now wait in a list that is searched too,
-- until the next vacuum takes them in, all at once and in the background.
ALTER INDEX certificates_text SET (gin_pending_list_limit = 32768);
