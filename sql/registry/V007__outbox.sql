-- Messages to people, written in the transaction of what they tell of, delivered later.
CREATE TABLE IF NOT EXISTS outbox (
  uid           VARCHAR(26)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, -- also in the mail's Message-ID
  channel       VARCHAR(16)  NOT NULL,
  recipient     VARCHAR(254) NOT NULL,
  locale        VARCHAR(16)  NOT NULL,
  template      VARCHAR(80)  NOT NULL,
  content       TEXT         NULL,     -- what the template asks for, sealed; gone when it is done
  state         VARCHAR(16)  NOT NULL,
  attempts      INT          NOT NULL,
  unsure        INT          NOT NULL, -- of these, how many may have arrived
  queued_at     DATETIME(3)  NOT NULL,
  due_at        DATETIME(3)  NOT NULL,
  claimed_by    VARCHAR(26)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  claimed_until DATETIME(3)  NULL,     -- by the database's clock
  done_at       DATETIME(3)  NULL,
  answer        VARCHAR(500) NOT NULL,
  PRIMARY KEY (uid),
  KEY outbox_due (state, due_at),
  KEY outbox_done (done_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How many mails went out on a day (UTC), of all clients together.
CREATE TABLE IF NOT EXISTS mail_day (
  day  DATE NOT NULL,
  used INT  NOT NULL,
  PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
