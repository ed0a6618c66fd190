//! Utterances put together or apart by the reader.

use super::Decided;
use crate::anchor::Found;
use crate::compare::pieces::Piece;
use crate::compare::reported::Said;
use crate::compare::strands::Strand;
use crate::model::{ArticleIdx, Decision, Loss, Place, QuotationKind, Span, Standing};

const NOTHING: Standing = Standing::Lost(Loss::Nothing);

/// One witness of an utterance, or what may be one.
#[derive(Clone, PartialEq)]
enum Part {
    Quoted(Piece),
    Reported(ArticleIdx, usize),
}

impl Decided<'_> {
    /// The utterances as the reader put them; of fewer than two witnesses, or without words in
    /// marks, there is none.
    pub fn said(&mut self, strands: &[Strand], mut said: Vec<Said>) -> Vec<Said> {
        self.replay(|decided, decision| {
            let res = if let Decision::MergeUtterances { one, other } = decision {
                let pair = decided
                    .place(one)
                    .and_then(|it| Ok((it, decided.place(other)?)));
                pair.and_then(|(one, other)| decided.merge(strands, &mut said, one, other))
            } else if let Decision::SplitUtterance { witnesses } = decision {
                let places = decided.places(witnesses);
                places.and_then(|it| decided.split(strands, &mut said, &it))
            } else {
                return None;
            };
            Some(res.map_or_else(|it| it, |()| Standing::Applied))
        });
        said.retain(|it| !it.pieces.is_empty() && it.pieces.len() + it.reported.len() > 1);
        said
    }

    fn merge(
        &self,
        strands: &[Strand],
        said: &mut Vec<Said>,
        one: Place,
        other: Place,
    ) -> Found<()> {
        let one = self.part(strands, said, one).ok_or(NOTHING)?;
        let other = self.part(strands, said, other).ok_or(NOTHING)?;
        let of = |part: &Part| said.iter().position(|it| holds(it, part));
        let homes = (of(&one), of(&other));
        let is_quoted = |it: &Part| matches!(it, Part::Quoted(_));
        if one == other || homes == (None, None) && !is_quoted(&one) && !is_quoted(&other) {
            return Err(NOTHING);
        }
        if homes.0.is_some() && homes.0 == homes.1 {
            return Ok(());
        }
        let mut res = Said::default();
        for (part, home) in [(one, homes.0), (other, homes.1)] {
            match home {
                Some(at) => {
                    let home = std::mem::take(&mut said[at]);
                    res.pieces.extend(home.pieces);
                    res.reported.extend(home.reported);
                }
                None => add(&mut res, part),
            }
        }
        said.push(tidy(res));
        Ok(())
    }

    fn split(&self, strands: &[Strand], said: &mut Vec<Said>, places: &[Place]) -> Found<()> {
        let parts = places.iter().filter_map(|it| self.part(strands, said, *it));
        let parts: Vec<Part> = parts.collect();
        let home = parts
            .first()
            .and_then(|part| said.iter().position(|it| holds(it, part)));
        let home = home.ok_or(NOTHING)?;
        let mut apart = Said::default();
        let stays = &mut said[home];
        for part in parts
            .into_iter()
            .filter(|it| holds(stays, it))
            .collect::<Vec<_>>()
        {
            stays
                .pieces
                .retain(|it| !matches!(&part, Part::Quoted(piece) if piece == it));
            stays
                .reported
                .retain(|it| part != Part::Reported(it.0, it.1));
            add(&mut apart, part);
        }
        stays.by_reader = true;
        said.push(tidy(apart));
        Ok(())
    }

    /// The witness there: of an utterance, or else the words of a quotation that is in none.
    fn part(&self, strands: &[Strand], said: &[Said], place: Place) -> Option<Part> {
        let quotations = &self.story.annotations(place.article).quotations;
        let reported = |at: &usize| {
            let it = &quotations[*at];
            it.kind == QuotationKind::Reported && it.span == place.span
        };
        let mut reports = (0..quotations.len()).filter(reported);
        if let Some(at) = reports.next() {
            return Some(Part::Reported(place.article, at));
        }
        let (strand, start, end) = strands.iter().enumerate().find_map(|(at, it)| {
            let spans = it.spans.iter();
            let inside = |span: &Span| span.overlaps(place.span);
            let start = spans
                .clone()
                .position(inside)
                .filter(|_| it.article == place.article)?;
            let n = spans.skip(start).take_while(|span| inside(span)).count();
            Some((at, start, start + n))
        })?;
        let wanted = Piece { strand, start, end };
        let shared = |it: &Piece| it.end.min(end).saturating_sub(it.start.max(start));
        let pieces = said.iter().flat_map(|it| &it.pieces);
        let taken = pieces
            .filter(|it| it.overlaps(&wanted))
            .max_by_key(|it| shared(it));
        Some(Part::Quoted(taken.unwrap_or(&wanted).clone()))
    }
}

fn holds(said: &Said, part: &Part) -> bool {
    match part {
        Part::Quoted(piece) => said.pieces.contains(piece),
        Part::Reported(article, quotation) => said.reported.contains(&(*article, *quotation)),
    }
}

fn add(said: &mut Said, part: Part) {
    match part {
        Part::Quoted(piece) => said.pieces.push(piece),
        Part::Reported(article, quotation) => said.reported.push((article, quotation)),
    }
}

/// In story order; pieces that follow one another in one quotation are one.
fn tidy(mut said: Said) -> Said {
    said.pieces.sort();
    let mut pieces: Vec<Piece> = Vec::new();
    for piece in said.pieces {
        match pieces.last_mut() {
            Some(last) if last.strand == piece.strand && last.end == piece.start => {
                last.end = piece.end;
            }
            Some(_) | None => pieces.push(piece),
        }
    }
    said.reported.sort_unstable();
    Said {
        pieces,
        reported: said.reported,
        by_reader: true,
    }
}
