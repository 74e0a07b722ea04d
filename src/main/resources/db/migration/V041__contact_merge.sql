-- Two contacts that were one person. The one that stays holds the addresses; the other keeps its row, its key and its history
-- (contact.state = MERGED, merged_into), so that what other rooms keep of it stays readable, and so that it can be undone.
CREATE TABLE contact_merge (
  id BIGINT NOT NULL PRIMARY KEY,
  winner_id BIGINT NOT NULL,
  loser_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  staff_id BIGINT NOT NULL,
  -- What the winner was before and after, and what became of each address; sealed under the winner's key
  kept MEDIUMBLOB NOT NULL,
  undone_at DATETIME(6) NULL,
  KEY contact_merge_winner (winner_id, undone_at),
  KEY contact_merge_loser (loser_id, undone_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
