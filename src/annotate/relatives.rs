//! What stands between counted things and their verb: a relative clause, or who is among them.
//!
//! ```text
//! nine steps the mayor could take                           take
//! six people, including two nurses and a cook, were hurt    hurt
//! ```

use super::amounts::Reader;
use super::words::Tag;

impl Reader<'_> {
    /// `nine steps he took`, `nine steps that will be taken`, `nine steps the mayor could take`: the
    /// verb of the clause that says which things are counted.
    pub fn relative(&self, end: usize) -> Option<usize> {
        const LONGEST_SUBJECT: usize = 4;
        let inside = |at: &usize| self.in_block(*at, end.saturating_sub(1));
        let tag = |at: usize| self.word(at).filter(|_| inside(&at)).map(|it| it.tag);
        let names = matches!(self.lower(end), "that" | "which" | "who");
        let mut at = end + usize::from(names);
        let subject = at;
        let begins = matches!(
            self.lower(at),
            "he" | "she" | "it" | "they" | "we" | "i" | "the"
        );
        if begins {
            at += 1;
            while at < subject + LONGEST_SUBJECT
                && matches!(tag(at), Some(Tag::Noun | Tag::Propn | Tag::Adj))
            {
                at += 1;
            }
        }
        if !names && !begins {
            return None;
        }
        while matches!(tag(at), Some(Tag::Aux | Tag::Adv | Tag::Part)) {
            at += 1;
        }
        (tag(at) == Some(Tag::Verb)).then_some(at)
    }

    /// `six people, including two nurses, were`: the end of the comma that closes what is included.
    pub fn past_members(&self, end: usize) -> usize {
        const REACH: usize = 24;
        let opens =
            matches!(self.lower(end), "," | "—" | "–" | "--") && self.lower(end + 1) == "including";
        if !opens {
            return end;
        }
        let mark = self.lower(end);
        let closes = |at: &usize| {
            let next = self.word(at + 1).map(|it| it.tag);
            self.lower(*at) == mark && next == Some(Tag::Aux)
        };
        let mut inside = (end + 2..end + REACH).take_while(|it| self.in_block(*it, end));
        inside.find(closes).map_or(end, |it| it + 1)
    }
}
