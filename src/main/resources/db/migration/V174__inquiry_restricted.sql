-- A protected matter: only officers who are named to it see that it exists.
ALTER TABLE inquiry ADD COLUMN restricted TINYINT NOT NULL DEFAULT 0;
