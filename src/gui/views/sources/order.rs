//! In which order the outlets tell what they share: rank of first mention, a line a quotation.

use eframe::egui::{
    Align2, Color32, CursorIcon, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{outlet_heads, title};
use crate::gui::command::Command;
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::text;
use crate::gui::widgets::text::first_words;
use crate::model::ArticleIdx;

const MOST_LINES: usize = 9;
const MOST_OUTLETS: usize = 10;

/// A shared quotation and its rank in each outlet that has it.
struct Told {
    utterance: usize,
    /// By outlet shown: rank among the told, and whether quoted.
    ranks: Vec<Option<(usize, bool)>>,
}

/// The most shared quotations, the outlets that have most of them, and in which order each outlet
/// first has them.
fn told(cx: &ViewContext<'_>) -> (Vec<Told>, Vec<ArticleIdx>) {
    let utterances = &cx.state.comparison.utterances;
    let has = |utterance: usize, article: ArticleIdx| {
        let mut witnesses = utterances[utterance].witnesses.iter();
        witnesses.any(|it| it.place.article == article)
    };
    let n_outlets = |it: &usize| {
        cx.order
            .iter()
            .filter(|article| has(*it, **article))
            .count()
    };
    let mut chosen: Vec<usize> = (0..utterances.len())
        .filter(|it| n_outlets(it) > 1)
        .collect();
    chosen.sort_by_key(|it| (std::cmp::Reverse(n_outlets(it)), *it));
    chosen.truncate(MOST_LINES);
    chosen.sort_unstable();
    let n_told = |article: ArticleIdx| chosen.iter().filter(|it| has(**it, article)).count();
    let mut by_told: Vec<ArticleIdx> = cx.order.to_vec();
    by_told.retain(|it| n_told(*it) > 0);
    by_told.sort_by_key(|it| std::cmp::Reverse(n_told(*it)));
    by_told.truncate(MOST_OUTLETS);
    let mut outlets = cx.order.to_vec();
    outlets.retain(|it| by_told.contains(it));
    let mut res: Vec<Told> = chosen
        .iter()
        .map(|it| Told {
            utterance: *it,
            ranks: Vec::new(),
        })
        .collect();
    for article in &outlets {
        let first = |utterance: usize| {
            let witnesses = utterances[utterance].witnesses.iter();
            let mine = witnesses.filter(|it| it.place.article == *article);
            mine.map(|it| (it.place.span.start(), !it.reported)).min()
        };
        let mut places: Vec<(usize, usize, bool)> = chosen
            .iter()
            .enumerate()
            .filter_map(|(nth, it)| first(*it).map(|(start, quoted)| (start, nth, quoted)))
            .collect();
        places.sort_unstable();
        for (nth, told) in res.iter_mut().enumerate() {
            let rank = places.iter().position(|it| it.1 == nth);
            told.ranks.push(rank.map(|it| (it, places[it].2)));
        }
    }
    (res, outlets)
}

/// Rank of first mention, outlet by outlet. Returns its height.
pub fn order_ui(cx: &ViewContext<'_>, ui: &mut Ui, area: Rect, commands: &mut Vec<Command>) -> f32 {
    const NAMES: f32 = 176.0;
    const STEP: f32 = 52.0;
    let theme = cx.theme;
    let (told, outlets) = told(cx);
    let n = outlets.len();
    let of = match cx.order.len() - n {
        0 => String::new(),
        _ => format!("; the {n} outlets that share most"),
    };
    let note = format!("shared quotations, first to last; filled: quoted, hollow: reported{of}");
    let y = title(cx, ui, area, "In which order it is told", &note);
    if n < 2 || told.is_empty() {
        let at = pos2(area.left(), y + 6.0);
        let words = "Nothing shared yet. Add a second article";
        label_at(ui, at, Align2::LEFT_CENTER, words, Face::UI, theme.ink3);
        return 80.0;
    }
    let room = area.width() - 2.0 * NAMES;
    let x_of = |it: usize| area.left() + NAMES + room * it as f32 / (n - 1) as f32;
    let xs: Vec<f32> = (0..n).map(x_of).collect();
    outlet_heads(cx, ui, &outlets, &xs, y);
    let top = y + 62.0;
    let y_of = |rank: usize| top + STEP * rank as f32;
    let ranks = told.iter().flat_map(|it| it.ranks.iter().flatten());
    let last = ranks.map(|it| it.0).max().unwrap_or(0);
    let bottom = y_of(last) + 16.0;
    for x in &xs {
        let line = Stroke::new(1.0, theme.line);
        ui.painter().vline(*x, top - 14.0..=bottom, line);
    }
    let selected = cx.state.selected_utterance();
    // The selected one last, over the others.
    let mut sorted: Vec<&Told> = told.iter().collect();
    sorted.sort_by_key(|it| selected == Some(it.utterance));
    let mut named = Vec::new();
    for told in sorted {
        let is_selected = selected == Some(told.utterance);
        let color = if is_selected {
            theme.attribution
        } else {
            theme.ink3
        };
        let points: Vec<(usize, Pos2, bool)> = told
            .ranks
            .iter()
            .enumerate()
            .filter_map(|(at, rank)| rank.map(|(it, quoted)| (at, pos2(xs[at], y_of(it)), quoted)))
            .collect();
        for pair in points.windows(2) {
            let next_to = pair[1].0 == pair[0].0 + 1;
            line_ui(ui, pair[0].1, pair[1].1, color, is_selected, next_to);
        }
        let radius = if is_selected { 6.0 } else { 4.5 };
        for (_, point, quoted) in &points {
            ui.painter().circle_filled(*point, radius, theme.paper);
            if *quoted {
                ui.painter().circle_filled(*point, radius, color);
            } else {
                ui.painter()
                    .circle_stroke(*point, radius - 0.7, Stroke::new(1.4, color));
            }
        }
        named.push((told, points));
    }
    // Over all lines; the selected one first, so that it has its name in any case.
    let mut taken = Vec::new();
    for (told, points) in named.into_iter().rev() {
        names_ui(cx, ui, told, &points, NAMES - 20.0, &mut taken, commands);
    }
    bottom + 20.0 - area.top()
}

/// The words at both ends of a line, where no other's stand; a click selects the quotation.
fn names_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    told: &Told,
    points: &[(usize, Pos2, bool)],
    width: f32,
    taken: &mut Vec<Rect>,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let utterance = &cx.state.comparison.utterances[told.utterance];
    let words = cx
        .state
        .story
        .words(utterance.witnesses[utterance.base].place);
    let short: Vec<&str> = words.split_whitespace().take(3).collect();
    let name = format!("“{}” ›", short.join(" ").trim_matches(['“', '"', '”', ',']));
    let is_selected = cx.state.selected_utterance() == Some(told.utterance);
    let color = if is_selected {
        theme.attribution
    } else {
        theme.ink2
    };
    let ends = [points.first(), points.last()];
    for (side, end) in ends.into_iter().flatten().enumerate() {
        let is_left = side == 0;
        // In the middle of the chart there is no room for words.
        let at_edge = if is_left {
            end.0 == 0
        } else {
            end.0 + 1 == told.ranks.len()
        };
        let galley = text::wrapped(ui, &name, Face::CELL, color, width, 1);
        let size = galley.size();
        let at = match (at_edge, is_left) {
            (true, true) => end.1 + vec2(-size.x - 14.0, -size.y / 2.0),
            (true, false) => end.1 + vec2(14.0, -size.y / 2.0),
            (false, true) => continue,
            (false, false) => end.1 + vec2(10.0, -size.y - 6.0),
        };
        let area = Rect::from_min_size(at, size);
        if taken.iter().any(|it| it.intersects(area)) {
            continue;
        }
        taken.push(area);
        if is_selected {
            // No other's name stands on its line.
            let pairs = points.windows(2).map(|it| curve(it[0].1, it[1].1));
            let steps = pairs
                .flatten()
                .map(|it| Rect::from_center_size(it, vec2(2.0, 2.0)));
            taken.extend(steps);
        }
        let id = ui.scope_id().with(("told", told.utterance, side));
        let response = ui.interact(area.expand(3.0), id, Sense::click());
        let label = format!("Told: {}", first_words(words));
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        ui.painter().rect_filled(area, 2.0, theme.paper);
        ui.painter().galley(at, galley, color);
        if response.clicked() {
            commands.push(Command::SelectUtterance(told.utterance));
        }
    }
}

/// An S-shaped line; dotted where it passes an outlet that has no match.
fn line_ui(ui: &Ui, from: Pos2, to: Pos2, color: Color32, strong: bool, next_to: bool) {
    let points = curve(from, to);
    let stroke = Stroke::new(if strong { 2.2 } else { 1.0 }, color);
    if !next_to {
        ui.painter()
            .extend(Shape::dotted_line(&points, color, 4.0, stroke.width * 0.7));
    } else if strong {
        ui.painter()
            .extend(Shape::dashed_line(&points, stroke, 7.0, 4.0));
    } else {
        ui.painter().line(points, stroke);
    }
}

/// Points of an S between two points.
fn curve(from: Pos2, to: Pos2) -> Vec<Pos2> {
    const STEPS: usize = 24;
    let at = |it: usize| {
        let t = it as f32 / STEPS as f32;
        let eased = t * t * (3.0 - 2.0 * t);
        pos2(
            from.x + (to.x - from.x) * t,
            from.y + (to.y - from.y) * eased,
        )
    };
    (0..=STEPS).map(at).collect()
}
