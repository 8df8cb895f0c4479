//! Sessions, tries and the security log, as one server reaches them.

use super::*;

#[async_trait]
impl SessionStore for Connection {
    async fn open_session(&self, session: &NewSession) -> Result<bool> {
        self.way().await?;
        let opened = self.disk.change(&Cause::SignIn(session), |accounts| accounts.open_session(session));
        self.way_back().await?;
        Ok(opened)
    }

    async fn session(&self, token: &Digest, now: Timestamp) -> Result<Option<StoredSession>> {
        self.way().await?;
        let session = self.disk.kept().accounts.session(token, now);
        if session.is_some() && self.disk.shadow().is_gone(token) {
            self.disk.universe.wrong("a session outlived the restore of a backup".to_owned());
        }
        Ok(session)
    }

    async fn session_ended(&self, token: &Digest) -> Result<bool> {
        self.way().await?;
        Ok(self.disk.kept().accounts.sessions.get(token).is_some_and(|session| session.ended))
    }

    async fn touch_session(&self, token: &Digest, seen: Timestamp, expires: Timestamp, at: &Whereabouts) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.touch(token, seen, expires, at);
        Ok(())
    }

    async fn sessions_of(&self, account: Uuid, now: Timestamp) -> Result<Vec<StoredSession>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.sessions_of(account, now))
    }

    async fn end_session(&self, account: Uuid, device: DeviceId) -> Result<bool> {
        self.way().await?;
        let ended = self.disk.change(&Cause::Other, |accounts| accounts.end_session(account, device));
        self.way_back().await?;
        Ok(ended)
    }

    async fn end_other_sessions(&self, account: Uuid, keep: &Digest) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, |accounts| accounts.end_others(account, Some(keep)));
        self.way_back().await
    }

    async fn end_everything_open(&self) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, Accounts::end_everything_open);
        self.way_back().await
    }

    async fn close_session(&self, token: &Digest) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, |accounts| accounts.close_session(token));
        self.way_back().await
    }

    fn ended(&self) -> broadcast::Receiver<Uuid> {
        // Nothing is ever told: streams notice by looking themselves, as on another server.
        broadcast::Sender::new(1).subscribe()
    }

    async fn take_seqs(&self, token: &Digest, count: u64) -> Result<Option<Seq>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.take_seqs(token, count))
    }
}

#[async_trait]
impl SetUpStore for Connection {
    async fn put_set_up_link(&self, _token: &Digest, _expires: Timestamp) -> Result<bool> {
        // All organisations of a run are there from its start.
        self.way().await.map(|()| false)
    }

    async fn set_up_link(&self, _now: Timestamp) -> Result<Option<Digest>> {
        self.way().await.map(|()| None)
    }
}

#[async_trait]
impl GuessStore for Connection {
    async fn device_known_to(&self, device: &Digest, now: Timestamp) -> Result<Vec<KnownTo>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.known_to(device, now))
    }

    async fn known_devices(&self, account: Uuid, now: Timestamp) -> Result<Vec<KnownDevice>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.known_devices(account, now))
    }

    async fn device_key(&self, fresh: &[u8; 32]) -> Result<[u8; 32]> {
        self.way().await?;
        let key = self.disk.kept().accounts.device_key(fresh);
        self.way_back().await?;
        Ok(key)
    }

    async fn know_device(&self, device: &NewKnownDevice) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.know_device(device);
        self.way_back().await
    }

    async fn strike(&self, bucket: &Digest, now: Timestamp, window: Span) -> Result<(u32, Timestamp)> {
        self.way().await?;
        Ok(self.disk.kept().accounts.strike(bucket, now, window))
    }

    async fn pardon(&self, bucket: &Digest, count: Option<u32>) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.pardon(bucket, count);
        Ok(())
    }
}

#[async_trait]
impl SecurityStore for Connection {
    async fn put_note(&self, note: &SecurityNote) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.note(note);
        Ok(())
    }

    async fn notes(&self, of: NotesOf, before: Timestamp, limit: u32) -> Result<Vec<SecurityNote>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.notes(of, before, limit))
    }
}
