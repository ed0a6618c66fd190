//! Who is heard in which outlet: speakers down, outlets across, words as discs.

use eframe::egui::{
    Align2, Color32, CursorIcon, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{outlet_heads, title};
use crate::gui::command::Command;
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::text;
use crate::model::{ArticleIdx, Place, Speaker};

const MOST_SPEAKERS: usize = 14;
const ROW: f32 = 41.0;
/// Columns stand no further apart than this.
const WIDEST: f32 = 200.0;
/// Columns nearer to one another than this are set smaller.
const DENSE: f32 = 70.0;
/// And nearer than this there is no room for a number.
const NARROWEST: f32 = 46.0;

/// Speakers by outlets: the area of a disc is the words in quotation marks. Returns its height.
pub fn heard_ui(cx: &ViewContext<'_>, ui: &mut Ui, area: Rect, commands: &mut Vec<Command>) -> f32 {
    const NAMES: f32 = 210.0;
    let theme = cx.theme;
    let outlets = outlets(cx, ((area.width() - NAMES) / NARROWEST) as usize);
    let of = match cx.order.len() - outlets.len() {
        0 => "by outlet".to_owned(),
        _ => format!("the {} outlets that quote most of them", outlets.len()),
    };
    let note = format!("words inside quotation marks, {of}");
    let y = title(cx, ui, area, "Who is heard", &note);
    let n = outlets.len().max(1) as f32;
    let step = ((area.width() - NAMES) / n).min(WIDEST);
    let is_dense = step < DENSE;
    // So that a disc and its number stand clear of the next.
    let widest = if is_dense { step * 0.26 } else { 20.0 };
    let xs: Vec<f32> = (0..outlets.len())
        .map(|it| area.left() + NAMES + step * (it as f32 + 0.5))
        .collect();
    outlet_heads(cx, ui, &outlets, &xs, y);
    let heard = |it: &&Speaker| outlets.iter().any(|outlet| has(it, *outlet));
    let speakers = cx.state.comparison.speakers.iter().filter(heard);
    let speakers: Vec<&Speaker> = speakers.take(MOST_SPEAKERS).collect();
    let most = speakers.iter().flat_map(|it| &it.quoted_words).max();
    let most = most.copied();
    let most = most.unwrap_or(0).max(1) as f32;
    let mut y = y + 34.0;
    for (nth, speaker) in speakers.into_iter().enumerate() {
        let middle = y + ROW / 2.0;
        let name = cx.state.story.words(speaker.name);
        let galley = text::wrapped(ui, name, Face::UI_STRONG, theme.ink, NAMES - 20.0, 1);
        let height = galley.size().y;
        let at = pos2(area.left(), middle - height / 2.0);
        ui.painter().galley(at, galley, theme.ink);
        let n_outlets = cx.order.iter().filter(|it| has(speaker, **it)).count();
        for (article, x) in outlets.iter().zip(&xs) {
            let center = pos2(*x, middle);
            let words = speaker.quoted_words.get(article.0).copied().unwrap_or(0);
            let first = first_place(cx, speaker, *article);
            let radius = if words > 0 {
                (widest * (words as f32 / most).sqrt()).max(2.5)
            } else {
                5.0
            };
            let number = if is_dense { Face::MICRO } else { Face::CAPTION };
            let ring = match (n_outlets == 1 && first.is_some(), is_dense) {
                (false, _) => 0.0,
                (true, true) => 2.5,
                (true, false) => 3.5,
            };
            let edge = radius + ring;
            disc(
                cx,
                ui,
                center,
                (radius, edge),
                words,
                first.is_some(),
                number,
            );
            if ring > 0.0 {
                let stroke = Stroke::new(1.6, theme.fact);
                ui.painter().circle_stroke(center, edge, stroke);
            }
            if let Some(place) = first {
                let id = ui.scope_id().with(("heard", nth, article.0));
                let touch = Rect::from_center_size(center, vec2(step.min(44.0), ROW));
                let response = ui.interact(touch, id, Sense::click());
                let name = format!("{name} in {}: {words} words", cx.outlet(*article));
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
                let response = response.on_hover_cursor(CursorIcon::PointingHand);
                if response.on_hover_text(&name).clicked() {
                    commands.push(Command::ShowPlace(place));
                }
            }
        }
        y += ROW;
        let line = Stroke::new(1.0, theme.line);
        ui.painter()
            .hline(area.left()..=area.left() + NAMES + step * n, y, line);
    }
    let legend = pos2(area.left(), y + 24.0);
    legend_ui(cx, ui, legend);
    y + 40.0 - area.top()
}

/// The outlets that have room: those with most words of the speakers shown, in their order.
fn outlets(cx: &ViewContext<'_>, most: usize) -> Vec<ArticleIdx> {
    let speakers = || cx.state.comparison.speakers.iter().take(MOST_SPEAKERS);
    let words = |article: ArticleIdx| {
        let words = speakers().filter_map(|it| it.quoted_words.get(article.0));
        words.sum::<usize>()
    };
    let mut by_words = cx.order.to_vec();
    by_words.sort_by_key(|it| std::cmp::Reverse(words(*it)));
    by_words.truncate(most.max(1));
    let mut res = cx.order.to_vec();
    res.retain(|it| by_words.contains(it));
    res
}

fn has(speaker: &Speaker, article: ArticleIdx) -> bool {
    speaker.quotations.iter().any(|it| it.0 == article)
}

fn first_place(cx: &ViewContext<'_>, speaker: &Speaker, article: ArticleIdx) -> Option<Place> {
    let mut quotations = speaker.quotations.iter();
    let (_, nth) = quotations.find(|it| it.0 == article)?;
    let quotation = cx.state.story.annotations(article).quotations.get(*nth)?;
    Some(Place {
        article,
        span: quotation.span,
    })
}

/// Filled: quoted, with its words beside it, right of what rings it. Dashed: only reported. A dash: no match found.
fn disc(
    cx: &ViewContext<'_>,
    ui: &Ui,
    center: Pos2,
    (radius, edge): (f32, f32),
    words: usize,
    heard: bool,
    number: Face,
) {
    let theme = cx.theme;
    if words > 0 {
        ui.painter().circle_filled(center, radius, theme.ink2);
        let gap = if number == Face::MICRO { 5.0 } else { 9.0 };
        let at = center + vec2(edge + gap, 0.0);
        let words = words.to_string();
        label_at(ui, at, Align2::LEFT_CENTER, &words, number, theme.ink);
    } else if heard {
        dashed_circle(ui, center, radius, theme.ink2);
    } else {
        let line = Stroke::new(1.2, theme.disabled);
        ui.painter()
            .hline(center.x - 3.0..=center.x + 3.0, center.y, line);
    }
}

fn dashed_circle(ui: &Ui, center: Pos2, radius: f32, color: Color32) {
    let points: Vec<Pos2> = (0..=32)
        .map(|it| {
            let angle = std::f32::consts::TAU * it as f32 / 32.0;
            center + radius * vec2(angle.cos(), angle.sin())
        })
        .collect();
    let stroke = Stroke::new(1.2, color);
    ui.painter()
        .extend(Shape::dashed_line(&points, stroke, 2.2, 1.8));
}

fn legend_ui(cx: &ViewContext<'_>, ui: &Ui, at: Pos2) {
    let theme = cx.theme;
    let mut x = at.x;
    for (nth, words) in [
        "words quoted",
        "reported only",
        "in one outlet only",
        "no match found",
    ]
    .into_iter()
    .enumerate()
    {
        let center = pos2(x + 7.0, at.y);
        match nth {
            0 => disc_sign(ui, center, theme.ink2),
            1 => dashed_circle(ui, center, 5.0, theme.ink2),
            2 => {
                disc_sign(ui, center, theme.ink2);
                ui.painter()
                    .circle_stroke(center, 7.5, Stroke::new(1.6, theme.fact));
            }
            _ => {
                let line = Stroke::new(1.2, theme.disabled);
                ui.painter()
                    .hline(center.x - 3.0..=center.x + 3.0, center.y, line);
            }
        }
        let at = pos2(x + 20.0, at.y);
        x += 44.0
            + label_at(
                ui,
                at,
                Align2::LEFT_CENTER,
                words,
                Face::CAPTION,
                theme.ink2,
            )
            .x;
    }
}

fn disc_sign(ui: &Ui, center: Pos2, color: Color32) {
    ui.painter().circle_filled(center, 5.0, color);
}
